package org.dutyledger.report.completeness;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dutyledger.document.ReportComputation.Report;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.document.state.CycleState.Item;
import org.dutyledger.document.template.Marks;
import org.dutyledger.document.template.Placeholders;
import org.dutyledger.document.template.ReportModel.Paragraph;
import org.dutyledger.evaluation.Item.State;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.IndicatorEvaluated.Measure;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.kit.Problem;
import org.dutyledger.report.completeness.OpenItem.Reason;

/**
 * Decides whether a report is complete. It is, when
 *
 * <ul>
 *   <li>every required item of every indicator and section has a value that counts, or one that the system computes, or does not apply;
 *   <li>no item, required or not, was returned without being put right;
 *   <li>no item has different values of several organisations;
 *   <li>everything that a narrative quotes has a value, or does not apply;
 *   <li>no narrative has a number beside which something is printed that changes it, such as the text of a fact.
 * </ul>
 *
 * <p>So no indicator of a complete report is 待填报. One that is 待核实 for another reason, such as a rule that must be
 * explained or that lacks an optional figure, does not make a report incomplete: annex 2 prints what is to be verified, and
 * no organisation could submit it.
 */
public final class Completeness {
    /** The most entries that a refusal lists; its detail gives the total. */
    static final int LISTED = 100;

    private final CycleState state;
    /** Indicators and sections whose text has a mark. */
    private final Set<String> marked;
    /** Measures that the report prints: those with a value, and those that do not apply. */
    private final Set<String> printed = new HashSet<>();

    private final Map<String, Quotable> quotable = new HashMap<>();
    private final Map<String, OpenItem> open = new LinkedHashMap<>();

    /** A figure or measure, and where it belongs. */
    private record Quotable(EvidenceHolder holder, String name, boolean measure) {}

    private Completeness(Report report) {
        this.state = report.state();
        this.marked = report.model().body().stream()
                .filter(Marks::areIn)
                .map(Paragraph::holder)
                .collect(Collectors.toSet());
        report.evaluations().values().forEach(evaluated -> {
            evaluated.measures().stream().map(Measure::measure).forEach(printed::add);
            if (evaluated.notApplicable() != null) {
                printed.addAll(evaluated.notApplicable());
            }
        });
    }

    /**
     * The open items of a report, each once: in the framework's order, then those that only narratives quote.
     *
     * @param framework the one that the report was computed with
     * @return empty for a complete report
     */
    public static List<OpenItem> open(Framework framework, Report report) {
        Completeness completeness = new Completeness(report);
        framework.holders().forEach(completeness::learn);
        framework.holders().forEach(completeness::look);
        framework.holders().forEach(completeness::lookAtTexts);
        return List.copyOf(completeness.open.values());
    }

    /**
     * Refuses a report that is not complete.
     *
     * @throws Problem 409 {@code REPORT_INCOMPLETE} with the first {@value #LISTED} open items
     */
    public static void require(Framework framework, Report report) {
        List<OpenItem> open = open(framework, report);
        if (!open.isEmpty()) {
            throw new Problem(
                    409,
                    "REPORT_INCOMPLETE",
                    open.size() + " items are missing or open (at most " + LISTED
                            + " are listed); complete them, or issue the report as it is with \"incomplete\": true"
                            + " (report --incomplete). 报告尚不完整：共" + open.size() + "项缺报、退回未更正或内容不一致（最多列出" + LISTED
                            + "项）。请补齐，或确认后按不完整的报告签发。",
                    IntStream.range(0, Math.min(LISTED, open.size()))
                            .mapToObj(i -> open.get(i).entry(i))
                            .toList(),
                    null);
        }
    }

    private void learn(EvidenceHolder holder) {
        holder.figures().forEach(f -> quotable.put(f.id(), new Quotable(holder, f.name(), false)));
        if (holder instanceof Indicator indicator) {
            indicator.measures().forEach(m -> quotable.putIfAbsent(m.id(), new Quotable(holder, m.name(), true)));
        }
    }

    private void look(EvidenceHolder holder) {
        for (FigureSpec figure : holder.figures()) {
            look(holder, figure.id(), figure.name(), figure.required() && !has(figure.id()));
        }
        for (NarrativeSlot slot : holder.slots()) {
            look(holder, slot.id(), name(slot), slot.required() && text(slot).isBlank());
        }
    }

    private void look(EvidenceHolder holder, String item, String name, boolean missing) {
        List<Item> returned = values(item, i -> i.standing() == State.RETURNED);
        List<Item> given = values(item, Item::counts);
        if (!returned.isEmpty()) {
            add(holder, item, name, Reason.ITEM_RETURNED, returned);
        } else if (given.stream().map(Completeness::shown).distinct().count() > 1) {
            add(holder, item, name, Reason.ITEM_CONTESTED, given);
        } else if (missing) {
            boolean withdrawn = given.isEmpty() && state.items().containsKey(item);
            add(holder, item, name, withdrawn ? Reason.ITEM_WITHDRAWN : Reason.ITEM_MISSING, List.of());
        }
    }

    private void lookAtTexts(EvidenceHolder holder) {
        holder.slots().stream()
                .flatMap(slot -> Placeholders.of(text(slot)).stream())
                .filter(id -> !has(id))
                .forEach(id -> quoted(holder, id));
        if (marked.contains(holder.id())) {
            holder.slots().stream()
                    .filter(slot -> !text(slot).isBlank())
                    .forEach(slot -> add(holder, slot.id(), name(slot), Reason.ITEM_UNCLEAR, List.of()));
        }
    }

    private static String name(NarrativeSlot slot) {
        return slot.heading().isBlank() ? "文字材料" : slot.heading();
    }

    /** Quotes of a text without a value in the report: the text would print 待填报. */
    private void quoted(EvidenceHolder quoting, String id) {
        Quotable quoted = quotable.getOrDefault(id, new Quotable(quoting, id, false));
        if (quoted.measure()) {
            add(quoted.holder(), id, quoted.name(), Reason.ITEM_NOT_COMPUTED, List.of());
        } else {
            look(quoted.holder(), id, quoted.name(), true);
        }
    }

    private void add(EvidenceHolder holder, String item, String name, Reason reason, Collection<Item> values) {
        List<String> organisations = values.stream()
                .map(value -> state.nameOf(value.organisation()))
                .sorted()
                .toList();
        open.putIfAbsent(item, new OpenItem(holder, item, name, reason, organisations));
    }

    /** Whether the report prints a value, or 不适用, for a figure or measure. */
    private boolean has(String id) {
        return printed.contains(id) || state.standing(id).isPresent();
    }

    private String text(NarrativeSlot slot) {
        return state.standing(slot.id()).map(Item::text).orElse("");
    }

    private List<Item> values(String item, Predicate<Item> which) {
        return state.items().getOrDefault(item, Map.of()).values().stream()
                .filter(which)
                .toList();
    }

    /** The part of a value that must be equal for all its submitters: as scoring compares them. */
    private static String shown(Item item) {
        CycleState.Figure number = item.number();
        return number == null
                ? String.valueOf(item.text())
                : (number.basis() == Basis.AT_LEAST ? "≥" : "") + number.value().toPlainString();
    }
}
