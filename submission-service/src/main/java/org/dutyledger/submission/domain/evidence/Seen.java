package org.dutyledger.submission.domain.evidence;

/**
 * What a caller had seen of an item before it decided to change or to review it.
 *
 * @param events number of events about the item so far
 * @param value its value then, for people
 */
public record Seen(int events, String value) {}
