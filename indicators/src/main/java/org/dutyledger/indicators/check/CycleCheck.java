package org.dutyledger.indicators.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.MeasureSpec;
import org.dutyledger.indicators.read.Places;
import org.dutyledger.indicators.read.Problems;

/** No measure may need itself, directly or through others. */
final class CycleCheck {
    private final List<MeasureSpec> inOrder;
    private final Map<String, MeasureSpec> byId = new HashMap<>();
    private final Set<String> free = new HashSet<>();
    private final Problems problems;
    private final Places places;

    CycleCheck(Framework framework, Problems problems, Places places) {
        this.problems = problems;
        this.places = places;
        inOrder = framework.indicators().stream()
                .flatMap(i -> i.measures().stream())
                .toList();
        inOrder.forEach(m -> byId.putIfAbsent(m.id(), m));
    }

    void check() {
        inOrder.forEach(m -> follow(m, new ArrayList<>()));
    }

    /** Depth first; every measure is left once, so a cycle is reported once. */
    private void follow(MeasureSpec measure, List<String> path) {
        int start = path.indexOf(measure.id());
        if (start >= 0) {
            problems.add(
                    places.line(measure, "expression"),
                    "measure '" + measure.id() + "' needs itself: "
                            + String.join(" -> ", path.subList(start, path.size())) + " -> " + measure.id());
            return;
        }
        if (free.contains(measure.id())) {
            return;
        }
        path.add(measure.id());
        for (String input : measure.inputs()) {
            MeasureSpec next = byId.get(input);
            if (next != null) {
                follow(next, path);
            }
        }
        path.remove(path.size() - 1);
        free.add(measure.id());
    }
}
