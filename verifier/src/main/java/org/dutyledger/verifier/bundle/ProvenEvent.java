package org.dutyledger.verifier.bundle;

import java.util.List;

/**
 * An event and the path that leads from it to the root of the checkpoint's tree.
 *
 * @param data the stored canonical bytes
 */
public record ProvenEvent(long position, byte[] data, List<byte[]> path) {
    public ProvenEvent {
        path = List.copyOf(path);
    }
}
