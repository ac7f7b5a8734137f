package org.dutyledger.submission.domain.evidence;

/**
 * The state of an item that a caller had seen before it changed or reviewed it.
 *
 * @param events number of events about the item so far
 * @param value its value then, for people
 */
public record Seen(int events, String value) {}
