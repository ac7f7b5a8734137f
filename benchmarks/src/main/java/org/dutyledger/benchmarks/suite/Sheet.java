package org.dutyledger.benchmarks.suite;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.EvidenceEvent.FactCorrected;
import org.dutyledger.events.EvidenceEvent.FactSubmitted;
import org.dutyledger.events.EvidenceEvent.FigureCorrected;
import org.dutyledger.events.EvidenceEvent.FigureSubmitted;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.EvidenceEvent.NarrativeRevised;
import org.dutyledger.events.EvidenceEvent.NarrativeSubmitted;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Framework;
import org.jspecify.annotations.Nullable;

/** All that a county reports: every figure, fact, claim and narrative of a framework, for one organisation with every role. */
record Sheet(Framework framework, List<Line> lines) {
    static final String ORGANISATION = "bench";
    private static final String REASON = "核对后更正";

    static Sheet of(Framework framework) {
        List<Line> lines = new ArrayList<>();
        for (EvidenceHolder holder : framework.holders()) {
            holder.figures().forEach(figure -> lines.add(new Line(holder.id(), figure.id(), figure)));
            holder.slots().forEach(slot -> lines.add(new Line(holder.id(), slot.id(), null)));
        }
        return new Sheet(framework, List.copyOf(lines));
    }

    /** The lines of one indicator or section, which is one stream of a cycle. */
    List<Line> of(String indicator) {
        return lines.stream().filter(l -> l.indicator().equals(indicator)).toList();
    }

    /** The indicators and sections that have lines. */
    List<String> indicators() {
        return lines.stream().map(Line::indicator).distinct().toList();
    }

    /**
     * One item; version 0 submits it, each later one corrects the one before.
     *
     * @param figure what it is, or null for a narrative
     */
    record Line(String indicator, String id, @Nullable FigureSpec figure) {

        /** As an item of a submission over HTTP. */
        String json(int version) {
            StringBuilder json = new StringBuilder(200).append("{\"item\":\"").append(id);
            if (figure == null) {
                json.append("\",\"type\":\"narrative\",\"text\":\"").append(text(version));
            } else {
                if (figure.kind() == FigureSpec.Kind.NUMBER) {
                    json.append("\",\"type\":\"figure\",\"value\":\"")
                            .append(value(figure, version).toPlainString());
                    json.append("\",\"unit\":\"").append(figure.unit().symbol());
                } else {
                    json.append("\",\"type\":\"fact\",\"text\":\"").append(text(version));
                }
                json.append("\",\"period\":\"").append(figure.period());
            }
            String action = version == 0 ? "submit\"}" : "correct\",\"reason\":\"" + REASON + "\"}";
            return json.append("\",\"action\":\"").append(action).toString();
        }

        /** As the event that such an item becomes. */
        ItemEvent event(String cycle, String submission, int version) {
            ItemEvent first = first(cycle, submission, version);
            if (version == 0) {
                return first;
            }
            if (first instanceof FigureSubmitted f) {
                return new FigureCorrected(
                        cycle,
                        indicator,
                        id,
                        ORGANISATION,
                        submission,
                        f.value(),
                        f.unit(),
                        f.period(),
                        f.basis(),
                        null,
                        null,
                        value(Objects.requireNonNull(figure), version - 1),
                        REASON);
            }
            String text = text(version);
            return first instanceof FactSubmitted f
                    ? new FactCorrected(
                            cycle,
                            indicator,
                            id,
                            ORGANISATION,
                            submission,
                            text,
                            f.period(),
                            null,
                            text(version - 1),
                            REASON)
                    : new NarrativeRevised(cycle, indicator, id, ORGANISATION, submission, text, REASON);
        }

        private ItemEvent first(String cycle, String submission, int version) {
            if (figure == null) {
                return new NarrativeSubmitted(cycle, indicator, id, ORGANISATION, submission, text(version));
            }
            if (figure.kind() != FigureSpec.Kind.NUMBER) {
                return new FactSubmitted(
                        cycle, indicator, id, ORGANISATION, submission, text(version), figure.period(), null);
            }
            return new FigureSubmitted(
                    cycle,
                    indicator,
                    id,
                    ORGANISATION,
                    submission,
                    value(figure, version),
                    figure.unit().symbol(),
                    figure.period(),
                    figure.derived() ? Basis.DECLARED : Basis.REPORTED,
                    null,
                    null);
        }

        private static BigDecimal value(FigureSpec figure, int version) {
            BigDecimal min = figure.allowed().min();
            BigDecimal step = BigDecimal.ONE.movePointLeft(figure.decimals());
            return (min == null ? BigDecimal.ONE : min)
                    .add(step.multiply(BigDecimal.valueOf(version % 3)))
                    .setScale(figure.decimals());
        }

        private String text(int version) {
            if (figure != null && figure.date()) {
                return 2016 + version % 3 + "年6月";
            }
            if (figure != null && !figure.words().isEmpty()) {
                return figure.words().get(version % figure.words().size());
            }
            return "第" + "甲乙丙".charAt(version % 3) + "次填报";
        }
    }
}
