package org.dutyledger.indicators;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One indicator (评价指标).
 *
 * @param id its number in the report as text, {@code "1"} to {@code "20"}
 * @param titleEn English title for the UI, or null
 */
public record Indicator(
        String id,
        String title,
        @Nullable String titleEn,
        List<FigureSpec> figures,
        List<MeasureSpec> measures,
        List<RuleSpec> rules,
        List<NarrativeSlot> slots)
        implements EvidenceHolder {
    public Indicator {
        figures = List.copyOf(figures);
        measures = List.copyOf(measures);
        rules = List.copyOf(rules);
        slots = List.copyOf(slots);
    }
}
