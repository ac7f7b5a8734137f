package org.dutyledger.submission.view;

import java.util.Set;
import java.util.stream.Collectors;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.Problem;

/** The part of a cycle that a caller may see: all of it for supervisors of its jurisdiction, else its own items. */
public final class Scope {
    private static final Set<String> WATCHERS = Set.of("supervisor", "auditor", "office");

    private Scope() {}

    /**
     * Demands that the caller is responsible for a jurisdiction that it names itself.
     *
     * @throws Problem 403 {@code NOT_YOUR_JURISDICTION}
     */
    public static void requireJurisdiction(Caller caller, String jurisdiction) {
        if (!responsible(caller, jurisdiction)) {
            throw new Problem(403, "NOT_YOUR_JURISDICTION", "the token is not valid for jurisdiction " + jurisdiction);
        }
    }

    /**
     * Demands that the caller is responsible for the jurisdiction of a cycle; to every other caller the cycle is unknown.
     *
     * @throws Problem 404 {@code CYCLE_UNKNOWN}, the very one for a cycle that does not exist
     */
    public static CycleView requireResponsible(Caller caller, CycleView cycle) {
        if (!responsible(caller, cycle.jurisdiction())) {
            throw CycleDirectory.unknown(cycle.cycle());
        }
        return cycle;
    }

    /**
     * Demands that the caller may see something of a cycle; to every other caller it is unknown.
     *
     * @throws Problem 404 {@code CYCLE_UNKNOWN}, the very one for a cycle that does not exist
     */
    static CycleView requireSight(Caller caller, CycleView cycle) {
        if (!sees(caller, cycle)) {
            throw CycleDirectory.unknown(cycle.cycle());
        }
        return cycle;
    }

    private static boolean responsible(Caller caller, String jurisdiction) {
        return caller.hasRole("service") || caller.sees(jurisdiction);
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

    /** Organisations in a token mean something only to a submitter. */
    private static Set<String> own(Caller caller, CycleView cycle) {
        if (!caller.hasRole("submitter")) {
            return Set.of();
        }
        return caller.organisations().stream()
                .filter(cycle.organisations()::containsKey)
                .collect(Collectors.toSet());
    }
}
