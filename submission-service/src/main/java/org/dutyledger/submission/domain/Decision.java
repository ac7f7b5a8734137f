package org.dutyledger.submission.domain;

import java.util.List;
import org.dutyledger.events.DutyEvent;

/** The answer of an aggregate to a command. */
public sealed interface Decision {

    /** The facts that follow, in the order of the command's items; empty when everything is so already. */
    record Accepted(List<DutyEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** Every reason against the command; no event of it is stored. */
    record Refused(List<Refusal> refusals) implements Decision {
        public Refused {
            refusals = List.copyOf(refusals);
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("a refusal has a reason");
            }
        }
    }

    /** Accepted with these events, unless there is any refusal. */
    static Decision of(List<Refusal> refusals, List<? extends DutyEvent> events) {
        return refusals.isEmpty() ? new Accepted(List.copyOf(events)) : new Refused(refusals);
    }
}
