package org.dutyledger.scoring.view;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Operand;
import org.dutyledger.indicators.Framework;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.Problem;

/**
 * How much of a cycle a caller may see. Supervisors, auditors and the office see their jurisdictions; a submitter sees
 * the verdicts of the indicators it submits to, and of reasons and findings only those about its own values.
 */
public final class CallerScope {
    /** Roles of which one is needed to see anything. */
    static final String[] READERS = {"submitter", "supervisor", "auditor", "office", "service"};

    private final boolean everything;
    private final Set<String> organisations;
    private final Set<String> items = new HashSet<>();
    private final Set<String> indicators = new HashSet<>();

    /**
     * Finds what the caller may see.
     *
     * @throws Problem 404 {@code CYCLE_UNKNOWN} when the caller may see nothing of the cycle, the
     *     very one for a cycle that does not exist
     */
    public CallerScope(Caller caller, ScoredCycle cycle, Framework framework) {
        everything = caller.hasRole("service")
                || (caller.sees(cycle.jurisdiction())
                        && (caller.hasRole("supervisor") || caller.hasRole("auditor") || caller.hasRole("office")));
        organisations = new HashSet<>();
        Set<String> roles = new HashSet<>();
        if (caller.hasRole("submitter")) {
            cycle.organisations().stream()
                    .filter(o -> caller.organisations().contains(o.id()))
                    .forEach(o -> {
                        organisations.add(o.id());
                        roles.addAll(o.roles());
                    });
        }
        if (!everything && organisations.isEmpty()) {
            throw unknown(cycle.id());
        }
        framework.holders().forEach(holder -> {
            Stream.concat(
                            holder.figures().stream()
                                    .filter(f -> f.submitters().stream().anyMatch(roles::contains))
                                    .map(f -> f.id()),
                            holder.slots().stream()
                                    .filter(s -> s.submitters().stream().anyMatch(roles::contains))
                                    .map(s -> s.id()))
                    .forEach(id -> {
                        items.add(id);
                        indicators.add(holder.id());
                    });
        });
    }

    /** 404 for a cycle that does not exist, and the same for one that the caller may not see. */
    static Problem unknown(String cycle) {
        return new Problem(404, "CYCLE_UNKNOWN", "there is no cycle '" + cycle + "'");
    }

    public boolean organisation(String id) {
        return everything || organisations.contains(id);
    }

    public boolean indicator(String id) {
        return everything || indicators.contains(id);
    }

    /** The ids of a list of items that the caller may see. */
    public List<String> items(List<String> ids) {
        return everything ? ids : ids.stream().filter(items::contains).toList();
    }

    /** The part of an evaluation that the caller may see. */
    public IndicatorEvaluated of(IndicatorEvaluated e) {
        if (everything) {
            return e;
        }
        return new IndicatorEvaluated(
                e.cycle(),
                e.indicator(),
                e.position(),
                e.framework(),
                e.frameworkVersion(),
                e.verdict(),
                e.score(),
                items(e.missing()),
                e.measures().stream().filter(m -> own(m.inputs())).toList(),
                e.reasons().stream().filter(r -> own(r.operands())).toList(),
                e.findings().stream().filter(f -> own(f.operands())).toList(),
                e.notApplicable());
    }

    private boolean own(List<Operand> operands) {
        return operands.stream().allMatch(o -> organisations.contains(o.organisation()));
    }
}
