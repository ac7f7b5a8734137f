package org.dutyledger.indicators.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.MeasureSpec;
import org.dutyledger.indicators.read.Places;
import org.dutyledger.indicators.read.Problems;

/** No measure may need itself, directly or through others. */
final class CycleCheck {
    /** Computing a measure computes those below it first, one call within the other. */
    private static final int LONGEST = 50;

    private final List<MeasureSpec> inOrder;
    private final Map<String, MeasureSpec> byId = new HashMap<>();
    /** Of the measures that were followed: how many are computed one from the other, from there on. */
    private final Map<String, Integer> depths = new HashMap<>();

    private boolean circular;
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
        for (MeasureSpec measure : inOrder) {
            if (follow(measure, new ArrayList<>()) > LONGEST && !circular) {
                problems.add(
                        places.line(measure, "expression"),
                        "measure '" + measure.id() + "' depends on more than " + LONGEST
                                + " measures one upon the other");
                return;
            }
        }
    }

    /** The depth of a measure, counted up to one above the limit. Visits each measure once, so that a cycle is reported once. */
    private int follow(MeasureSpec measure, List<String> path) {
        int start = path.indexOf(measure.id());
        if (start >= 0) {
            circular = true;
            problems.add(
                    places.line(measure, "expression"),
                    "measure '" + measure.id() + "' depends on itself: "
                            + String.join(" -> ", path.subList(start, path.size())) + " -> " + measure.id());
            return 0;
        }
        Integer known = depths.get(measure.id());
        if (known != null || path.size() > LONGEST) {
            return known == null ? 1 : known;
        }
        path.add(measure.id());
        int below = 0;
        for (String input : measure.inputs()) {
            MeasureSpec next = byId.get(input);
            if (next != null) {
                below = Math.max(below, follow(next, path));
            }
        }
        path.remove(path.size() - 1);
        depths.put(measure.id(), below + 1);
        return below + 1;
    }
}
