package org.dutyledger.submission.view;

import java.util.Set;
import java.util.stream.Collectors;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.Problem;

/** Knows what a caller may see of a cycle: all of it for those who watch over its jurisdiction, else its own items. */
public final class Scope {
    private static final Set<String> WATCHERS = Set.of("supervisor", "auditor", "office");

    private Scope() {}

    /**
     * Demands that the caller is responsible for the jurisdiction.
     *
     * @throws Problem 403 {@code NOT_YOUR_JURISDICTION}
     */
    public static void requireJurisdiction(Caller caller, String jurisdiction) {
        if (!caller.hasRole("service") && !caller.sees(jurisdiction)) {
            throw new Problem(
                    403, "NOT_YOUR_JURISDICTION", "the token does not speak for jurisdiction " + jurisdiction);
        }
    }

    static boolean seesAll(Caller caller, CycleView cycle) {
        return caller.hasRole("service")
                || (WATCHERS.stream().anyMatch(caller::hasRole) && caller.sees(cycle.jurisdiction()));
    }

    static boolean sees(Caller caller, CycleView cycle) {
        return seesAll(caller, cycle) || !own(caller, cycle).isEmpty();
    }

    /** The organisations of the cycle whose items the caller may see. */
    static Set<String> organisations(Caller caller, CycleView cycle) {
        return seesAll(caller, cycle) ? cycle.organisations().keySet() : own(caller, cycle);
    }

    private static Set<String> own(Caller caller, CycleView cycle) {
        return caller.organisations().stream()
                .filter(cycle.organisations()::containsKey)
                .collect(Collectors.toSet());
    }
}
