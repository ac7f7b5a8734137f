package org.dutyledger.document.template;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.document.state.CycleState.Item;
import org.dutyledger.document.template.ReportModel.Origin;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Bound;
import org.dutyledger.events.IndicatorEvaluated.Measure;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.MeasureSpec;
import org.dutyledger.indicators.Section;
import org.dutyledger.indicators.Unit;
import org.dutyledger.indicators.text.Punctuation;
import org.jspecify.annotations.Nullable;

/** Resolves an id to its text in the report: the computed value where there is one, else what was submitted. */
final class PrintedValues {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private final CycleState state;
    private final Map<String, FigureSpec> figures = new HashMap<>();
    private final Map<String, MeasureSpec> measureSpecs = new HashMap<>();
    private final Map<String, String> holders = new HashMap<>();
    private final Map<String, String> sectionTitles = new HashMap<>();
    private final Map<String, Measure> measures = new HashMap<>();
    private final Set<String> notApplicable;

    /**
     * A value to print.
     *
     * @param item the submitted item, or null for a computed value
     * @param measure the computed value, or null for a submitted one
     */
    record Value(
            String id,
            String holder,
            String name,
            String text,
            String unit,
            Origin origin,
            String period,
            @Nullable Item item,
            @Nullable Measure measure) {}

    PrintedValues(Framework framework, CycleState state, Map<String, IndicatorEvaluated> evaluations) {
        this.state = state;
        this.notApplicable = Results.notApplicable(evaluations);
        for (EvidenceHolder holder : framework.holders()) {
            holder.figures().forEach(f -> figures.put(f.id(), f));
            holder.figures().forEach(f -> holders.put(f.id(), holder.id()));
            if (holder instanceof Section section) {
                sectionTitles.put(section.id(), section.title());
            }
            if (holder instanceof Indicator indicator) {
                indicator.measures().forEach(m -> measureSpecs.put(m.id(), m));
                indicator.measures().forEach(m -> holders.putIfAbsent(m.id(), holder.id()));
            }
        }
        evaluations.values().forEach(e -> e.measures().forEach(m -> measures.put(m.measure(), m)));
    }

    /** The value that the body prints; empty when the ledger does not hold it. */
    Optional<Value> toPrint(String id) {
        Optional<Value> computed = computed(id);
        return computed.isPresent()
                ? computed
                : state.standing(id).filter(i -> figures.containsKey(id)).map(this::submitted);
    }

    /** The unit of a measure that does not apply, whose value would have no meaning; empty for all other ids. */
    Optional<Unit> inapplicable(String id) {
        return notApplicable.contains(id)
                ? Optional.ofNullable(measureSpecs.get(id)).map(MeasureSpec::unit)
                : Optional.empty();
    }

    /** The computed value of a measure or derived figure. */
    Optional<Value> computed(String id) {
        Measure measure = measures.get(id);
        MeasureSpec spec = measureSpecs.get(id);
        if (measure == null || spec == null) {
            return Optional.empty();
        }
        FigureSpec figure = figures.get(id);
        return Optional.of(new Value(
                id,
                holders.getOrDefault(id, ""),
                figure == null ? spec.name() : figure.name(),
                Bound.prefix(measure.bound()) + plain(measure.value(), spec.decimals()),
                measure.unit(),
                Origin.COMPUTED,
                figure == null ? "" : figure.period(),
                null,
                measure));
    }

    /** A submitted value. */
    Value submitted(Item item) {
        FigureSpec spec = figures.get(item.item());
        CycleState.Figure number = item.number();
        String text = item.text() == null ? "" : Punctuation.normalise(item.text());
        Origin origin = Origin.FACT;
        if (number != null) {
            boolean lowerBound = number.basis() == Basis.AT_LEAST;
            text = plain(number.value(), spec == null ? 0 : spec.decimals());
            origin =
                    lowerBound ? Origin.AT_LEAST : number.basis() == Basis.DECLARED ? Origin.DECLARED : Origin.REPORTED;
        }
        return new Value(
                item.item(),
                item.holder(),
                spec == null ? item.item() : spec.name(),
                text,
                number == null ? "" : number.unit(),
                origin,
                item.period(),
                item,
                null);
    }

    /** Name of a figure or measure, its id when the framework does not know it. */
    String nameOf(String id) {
        FigureSpec figure = figures.get(id);
        if (figure != null) {
            return figure.name();
        }
        MeasureSpec measure = measureSpecs.get(id);
        return measure == null ? id : measure.name();
    }

    /** Where an item belongs, for people: an indicator's number or a section's title. */
    String placeOf(String holder) {
        return sectionTitles.getOrDefault(holder, holder);
    }

    /** The formula of a measure with the names of its inputs. */
    String formula(String id) {
        MeasureSpec spec = measureSpecs.get(id);
        if (spec == null) {
            return "";
        }
        String signs = spec.expression().replace("*", "×").replace("/", "÷").replace('\n', ' ');
        return NAME.matcher(signs).replaceAll(m -> Matcher.quoteReplacement(nameOf(m.group())));
    }

    /** The number with the decimals that the framework stores; never fewer than it has. */
    private static String plain(BigDecimal value, int decimals) {
        return value.scale() < decimals ? value.setScale(decimals).toPlainString() : value.toPlainString();
    }
}
