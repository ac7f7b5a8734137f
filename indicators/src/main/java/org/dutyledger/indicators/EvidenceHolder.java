package org.dutyledger.indicators;

import java.util.List;

/** A place that takes figures and narratives: an indicator, or a section of the report outside the indicators. */
public sealed interface EvidenceHolder permits Indicator, Section {
    String id();

    String title();

    List<FigureSpec> figures();

    List<NarrativeSlot> slots();
}
