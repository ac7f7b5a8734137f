package org.dutyledger.indicators.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.MeasureSpec;
import org.dutyledger.indicators.read.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of the names in expressions and placeholders. The first of two with one id wins; the other is a problem
 * anyway.
 */
final class NameTable {
    private final Map<String, FigureSpec> figures = new HashMap<>();
    private final Map<String, MeasureSpec> measures = new HashMap<>();

    NameTable(Framework framework) {
        for (EvidenceHolder holder : framework.holders()) {
            holder.figures().forEach(f -> figures.putIfAbsent(f.id(), f));
        }
        for (Indicator indicator : framework.indicators()) {
            indicator.measures().forEach(m -> measures.putIfAbsent(m.id(), m));
        }
    }

    @Nullable
    FigureSpec figure(String id) {
        return figures.get(id);
    }

    @Nullable
    MeasureSpec measure(String id) {
        return measures.get(id);
    }

    boolean known(String id) {
        return figures.containsKey(id) || measures.containsKey(id);
    }

    /** {@code "; did you mean …?"} */
    String hint(String id) {
        Set<String> all = new HashSet<>(figures.keySet());
        all.addAll(measures.keySet());
        return Suggestion.forWord(id, all);
    }
}
