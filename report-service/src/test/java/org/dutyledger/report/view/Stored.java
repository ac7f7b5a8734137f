package org.dutyledger.report.view;

import java.util.List;
import org.dutyledger.document.sample.EventScript;

/** The events of a script as the audit feed gives them. */
public final class Stored {
    private Stored() {}

    public static List<StoredBytes> of(EventScript script) {
        return script.stored().stream()
                .map(e -> new StoredBytes(e.position(), e.commitHash(), e.data()))
                .toList();
    }
}
