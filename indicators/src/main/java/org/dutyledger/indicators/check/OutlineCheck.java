package org.dutyledger.indicators.check;

import java.util.List;
import java.util.Set;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.indicators.Section;
import org.dutyledger.indicators.read.Places;
import org.dutyledger.indicators.read.Problems;
import org.dutyledger.indicators.text.TypedNumbers;

/** The headings of the report can be numbered, and each has a unique anchor. */
final class OutlineCheck {
    /** Chinese numerals of headings go from 一 to 九十九. */
    private static final int MAX_HEADINGS = 99;
    /** Ids whose headings would have the addresses of the report's own parts, groups and indicators. */
    private static final Set<String> RESERVED = Set.of("indicators", "indicator", "group");

    private final Framework framework;
    private final Problems problems;
    private final Places places;

    OutlineCheck(Framework framework, Problems problems, Places places) {
        this.framework = framework;
        this.problems = problems;
        this.places = places;
    }

    void check() {
        framework.groups().forEach(group -> noStatistic(group, "title", group.title()));
        framework.holders().forEach(holder -> noStatistic(holder, "title", holder.title()));
        framework.holders().stream()
                .flatMap(holder -> holder.slots().stream())
                .forEach(slot -> noStatistic(slot, "heading", slot.heading()));
        atMost(framework, "groups", framework.groups());
        atMost(framework, "sections", framework.sections());
        for (Section section : framework.sections()) {
            List<NarrativeSlot> headed = section.slots().stream()
                    .filter(slot -> !slot.heading().isBlank())
                    .toList();
            atMost(section, "narratives", headed);
            if (RESERVED.contains(section.id())) {
                problems.add(
                        places.line(section, "id"),
                        "section '" + section.id() + "' has an id that the report uses itself; choose another id");
            }
        }
    }

    private void noStatistic(Object part, String key, String title) {
        if (TypedNumbers.readsAsValue(title)) {
            problems.add(
                    places.line(part, key),
                    "the " + key + " '" + title + "' has a number with a unit or magnitude; leave it to a figure");
        }
    }

    private void atMost(Object part, String key, List<?> headings) {
        if (headings.size() >= MAX_HEADINGS) {
            problems.add(
                    places.line(part, key),
                    "has " + headings.size() + " " + key + " with headings; allowed are fewer than " + MAX_HEADINGS);
        }
    }
}
