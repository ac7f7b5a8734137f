package org.dutyledger.events;

/**
 * A fact in the ledger. Records are plain data: times and ids are passed in as values, nothing is computed here.
 *
 * <p>Every event is stored under the type name of {@link EventTypes}, never under its class name, and its
 * JSON form is frozen by the approved files in {@code src/test/resources/contract}: a changed shape is a new
 * version of the type, never an edit.
 */
public sealed interface DutyEvent permits CycleEvent, EvidenceEvent {
    /** The evaluation cycle (评价周期) this fact belongs to. */
    String cycle();
}
