package org.dutyledger.verifier.bundle;

/**
 * A stream as the bundle lists it.
 *
 * @param length number of its events up to where the report was made from
 * @param lastLeaf lower-case hex leaf hash of the last of them
 */
public record ListedStream(String stream, long length, String lastLeaf) {}
