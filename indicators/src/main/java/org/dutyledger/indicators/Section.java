package org.dutyledger.indicators;

import java.util.List;

/** A part of the report outside the indicators: {@code preface}, {@code results}, {@code problems}. It is never graded. */
public record Section(String id, String title, List<FigureSpec> figures, List<NarrativeSlot> slots)
        implements EvidenceHolder {
    public Section {
        figures = List.copyOf(figures);
        slots = List.copyOf(slots);
    }
}
