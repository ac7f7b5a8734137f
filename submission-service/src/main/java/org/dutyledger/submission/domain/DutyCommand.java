package org.dutyledger.submission.domain;

/** A request to record facts. The answer to every command is a {@link Decision}. */
public interface DutyCommand {
    String cycle();

    /** Whether only the decision is wanted: nothing is stored. */
    boolean dryRun();
}
