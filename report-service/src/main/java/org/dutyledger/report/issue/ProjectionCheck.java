package org.dutyledger.report.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.dutyledger.document.ReportComputation.Report;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.kit.Problem;
import org.dutyledger.report.view.ReportProjection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a computed report with what this service's copies of events and evaluations say. Only what is computed is
 * printed; a difference means that a copy or a topic was altered, so it is logged and kept as an alarm until a later
 * comparison of the same cycle finds none. Thread-safe.
 */
public final class ProjectionCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionCheck.class);
    private static final int MOST_NAMED = 10;
    private final ReportProjection projection;
    private final Map<String, String> alarms = new ConcurrentHashMap<>();

    public ProjectionCheck(ReportProjection projection) {
        this.projection = projection;
    }

    /** Differences by cycle; empty when the last comparison of every cycle found nothing. */
    public Map<String, String> alarms() {
        return Map.copyOf(alarms);
    }

    /**
     * Demands that a report computed from the ledger is the one that the copies would give.
     *
     * @throws Problem 409 {@code PROJECTION_DIFFERS}, naming what differs
     */
    void require(Report report) {
        CycleState state = report.state();
        List<String> differences = states(state, projection.state(state.cycle(), state.upTo()));
        differences.addAll(evaluations(report));
        String named = note(state, differences);
        if (!named.isEmpty()) {
            throw new Problem(
                    409,
                    "PROJECTION_DIFFERS",
                    "this service's copies differ from the ledger at position " + state.upTo() + ": " + named
                            + "; nothing was issued");
        }
    }

    /** Compares only the evaluations: for a report that was computed from the copied events. */
    void noteEvaluations(Report report) {
        note(report.state(), evaluations(report));
    }

    private String note(CycleState state, List<String> differences) {
        String named = String.join("; ", differences.subList(0, Math.min(MOST_NAMED, differences.size())))
                + (differences.size() > MOST_NAMED ? "; and " + (differences.size() - MOST_NAMED) + " more" : "");
        if (differences.isEmpty()) {
            if (alarms.remove(state.cycle()) != null) {
                LOG.warn("the copies of cycle {} agree with the ledger again at {}", state.cycle(), state.upTo());
            }
        } else if (!named.equals(alarms.put(state.cycle(), named))) {
            LOG.error("the copies of cycle {} differ from the ledger at {}: {}", state.cycle(), state.upTo(), named);
        }
        return named;
    }

    private static List<String> states(CycleState computed, CycleState held) {
        List<String> differences = new ArrayList<>();
        if (computed.equals(held)) {
            return differences;
        }
        TreeSet<String> items = new TreeSet<>(computed.items().keySet());
        items.addAll(held.items().keySet());
        items.removeIf(item -> computed.items()
                .getOrDefault(item, Map.of())
                .equals(held.items().getOrDefault(item, Map.of())));
        items.forEach(item -> differences.add("item " + item));
        if (items.isEmpty()) {
            differences.add("opening, organisations, evidence files or issued reports");
        }
        return differences;
    }

    private List<String> evaluations(Report report) {
        String cycle = report.state().cycle();
        long upTo = report.state().upTo();
        Map<String, IndicatorEvaluated> published = projection.evaluations(cycle, upTo);
        Map<String, IndicatorEvaluated> latest = projection.evaluations(cycle, Long.MAX_VALUE);
        List<String> differences = new ArrayList<>();
        report.evaluations().forEach((indicator, computed) -> {
            IndicatorEvaluated one = published.get(indicator);
            if (one == null || one.position() < computed.position()) {
                // scoring folds in batches: it publishes no evaluation between two events of one batch
                IndicatorEvaluated later = latest.get(indicator);
                if (later == null || later.position() <= upTo) {
                    differences.add("indicator " + indicator + ": no evaluation of position " + computed.position());
                }
            } else if (!CanonicalJson.text(one).equals(CanonicalJson.text(computed))) {
                differences.add("indicator " + indicator + ": " + String.join(", ", members(computed, one)));
            }
        });
        return differences;
    }

    /** The members of an evaluation that differ; of a measure its id. */
    private static List<String> members(IndicatorEvaluated a, IndicatorEvaluated b) {
        List<String> names = new ArrayList<>();
        Map<String, Object> left = members(a);
        Map<String, Object> right = members(b);
        TreeSet<String> all = new TreeSet<>(left.keySet());
        all.addAll(right.keySet());
        for (String name : all) {
            if (!text(left.get(name)).equals(text(right.get(name)))) {
                names.add(name);
            }
        }
        return names;
    }

    private static Map<String, Object> members(IndicatorEvaluated e) {
        Map<String, Object> members = new TreeMap<>();
        members.put("position", e.position());
        members.put("framework", e.framework() + " " + e.frameworkVersion());
        members.put("verdict", e.verdict());
        members.put("score", text(e.score()));
        members.put("missing", e.missing());
        members.put("reasons", e.reasons());
        members.put("findings", e.findings());
        e.measures().forEach(m -> members.put("measure " + m.measure(), m));
        return members;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : CanonicalJson.text(value);
    }
}
