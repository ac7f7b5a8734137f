package org.dutyledger.document.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.document.state.CycleState.Item;
import org.dutyledger.document.state.CycleState.Opening;
import org.dutyledger.document.template.PrintedValues.Value;
import org.dutyledger.document.template.ReportModel.Computation;
import org.dutyledger.document.template.ReportModel.Event;
import org.dutyledger.document.template.ReportModel.Origin;
import org.dutyledger.document.template.ReportModel.Source;
import org.dutyledger.events.IndicatorEvaluated.Measure;
import org.dutyledger.events.IndicatorEvaluated.Operand;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.MeasureSpec;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the rows of annex 1: first one for every number of the body, in its order, then what the body does not print
 * but something was computed from.
 */
final class SourceRegister {
    private final CycleState state;
    private final PrintedValues values;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> firstRow = new HashMap<>();

    /** A row whose links to other rows are not known yet. */
    private record Entry(Source source, @Nullable Measure measure) {}

    SourceRegister(CycleState state, PrintedValues values) {
        this.state = state;
        this.values = values;
    }

    /** A new row for a value that the body prints here; its id. */
    String printed(Value value) {
        return add(value, true);
    }

    /** A new row for the year of the cycle, which its opening set. */
    String year(Opening opening) {
        String id = nextId();
        Event event = new Event(
                "",
                opening.setBy().recordedAt(),
                opening.setBy().position(),
                opening.setBy().eventId());
        String year = Integer.toString(opening.event().year());
        entries.add(new Entry(
                new Source(id, true, "", "", "year", "评价年度", year, "年", Origin.CYCLE, year, event, null), null));
        return id;
    }

    /** All rows, after those of the body the rest of what the ledger holds, in the framework's order. */
    List<Source> complete(Framework framework) {
        for (EvidenceHolder holder : framework.holders()) {
            for (FigureSpec figure : holder.figures()) {
                values.computed(figure.id()).ifPresent(this::unprinted);
                state.items().getOrDefault(figure.id(), Map.of()).values().stream()
                        .filter(Item::counts)
                        .sorted(Comparator.comparing(Item::organisation))
                        .forEach(item -> unprinted(values.submitted(item)));
            }
            if (holder instanceof Indicator indicator) {
                for (MeasureSpec measure : indicator.measures()) {
                    values.computed(measure.id()).ifPresent(this::unprinted);
                }
            }
        }
        return entries.stream().map(this::linked).toList();
    }

    private void unprinted(Value value) {
        if (!firstRow.containsKey(key(value))) {
            add(value, false);
        }
    }

    private String add(Value value, boolean printed) {
        String id = nextId();
        firstRow.putIfAbsent(key(value), id);
        entries.add(new Entry(
                new Source(
                        id,
                        printed,
                        value.holder(),
                        values.placeOf(value.holder()),
                        value.id(),
                        value.name(),
                        value.text(),
                        value.unit(),
                        value.origin(),
                        value.period(),
                        value.item() == null ? null : event(value.item()),
                        null),
                value.measure()));
        return id;
    }

    private String nextId() {
        return String.format(Locale.ROOT, "N%04d", entries.size() + 1);
    }

    private Event event(Item item) {
        CycleState.SetBy by = item.setBy();
        return new Event(state.nameOf(item.organisation()), by.recordedAt(), by.position(), by.eventId());
    }

    private Source linked(Entry entry) {
        Measure measure = entry.measure();
        if (measure == null) {
            return entry.source();
        }
        List<String> inputs = measure.inputs().stream().map(this::rowOf).toList();
        Operand declared = measure.declared();
        // a bound has no difference from the declared value
        BigDecimal difference = declared == null || measure.bound() != null
                ? null
                : measure.value().subtract(new BigDecimal(declared.value()));
        Computation computation = new Computation(
                values.formula(measure.measure()),
                inputs,
                declared == null ? null : rowOf(declared),
                declared == null ? null : declared.value(),
                difference);
        Source s = entry.source();
        return new Source(
                s.id(),
                s.printed(),
                s.holder(),
                s.place(),
                s.item(),
                s.name(),
                s.value(),
                s.unit(),
                s.origin(),
                s.period(),
                null,
                computation);
    }

    private String rowOf(Operand operand) {
        String row = firstRow.get(operand.figure() + "@" + operand.organisation());
        if (row == null) {
            row = firstRow.get(operand.figure());
        }
        if (row == null) {
            throw new IllegalStateException("scoring computed from " + operand.figure() + " of "
                    + operand.organisation() + " at " + operand.position() + ", which is no longer valid");
        }
        return row;
    }

    private static String key(Value value) {
        return value.item() == null
                ? value.id()
                : value.id() + "@" + value.item().organisation();
    }
}
