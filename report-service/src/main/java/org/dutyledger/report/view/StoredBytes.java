package org.dutyledger.report.view;

import org.dutyledger.events.RecordedEvent;

/** An event as the ledger stores it: its place and its canonical bytes. */
public record StoredBytes(long position, String commitHash, byte[] data) {
    /** Reads the event; errors as for {@link RecordedEvent#decode}. */
    public RecordedEvent decode() {
        return RecordedEvent.decode(position, commitHash, data);
    }
}
