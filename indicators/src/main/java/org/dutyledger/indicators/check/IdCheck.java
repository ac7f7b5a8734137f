package org.dutyledger.indicators.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.indicators.read.Places;
import org.dutyledger.indicators.read.Problems;

/** Ids are well-formed and unique; indicators are numbered through. */
final class IdCheck {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    /** Names that CEL, whose language expressions are in, keeps for itself. */
    private static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "namespace",
            "null",
            "package",
            "return",
            "true",
            "var",
            "void",
            "while");

    private final Framework framework;
    private final Problems problems;
    private final Places places;
    private final Map<String, Integer> items = new HashMap<>();
    private final Map<String, Integer> measures = new HashMap<>();
    private final Map<String, Integer> rules = new HashMap<>();
    private final Map<String, Integer> holders = new HashMap<>();

    IdCheck(Framework framework, Problems problems, Places places) {
        this.framework = framework;
        this.problems = problems;
        this.places = places;
    }

    void check() {
        name("framework", framework.id());
        name("version", framework.version());
        int number = 0;
        for (Indicator indicator : framework.indicators()) {
            number++;
            if (!indicator.id().equals(Integer.toString(number))) {
                problems.add(
                        places.line(indicator, "id"),
                        "indicator '" + indicator.id() + "' is in place " + number
                                + "; indicators are numbered through the groups, so its id must be \"" + number + "\"");
            }
            indicator.measures().forEach(m -> id("measure", m.id(), m, measures));
            indicator.rules().forEach(r -> id("rule", r.id(), r, rules));
        }
        framework.sections().forEach(s -> id("section", s.id(), s, holders));
        for (EvidenceHolder holder : framework.holders()) {
            holder.figures().forEach(f -> id("figure", f.id(), f, items));
            holder.slots().forEach(s -> id("narrative slot", s.id(), s, items));
        }
        measuresBesideTexts();
        for (String role : framework.roles().keySet()) {
            if (!ROLE.matcher(role).matches()) {
                problems.add(
                        places.line(framework, "roles"),
                        "role '" + role
                                + "' must be lower-case words joined by '-', at most 60 characters, for example finance-bureau");
            }
        }
    }

    /** A measure may have the id of the figure that it computes, never that of a text: rules would find two values under it. */
    private void measuresBesideTexts() {
        Set<String> slots = framework.holders().stream()
                .flatMap(holder -> holder.slots().stream())
                .map(NarrativeSlot::id)
                .collect(Collectors.toSet());
        framework.indicators().stream()
                .flatMap(indicator -> indicator.measures().stream())
                .filter(measure -> slots.contains(measure.id()))
                .forEach(measure -> problems.add(
                        places.line(measure, "id"),
                        "measure '" + measure.id() + "' has the id of a narrative slot; choose another id"));
    }

    /** A name that no other one looks like: readers compare it with the published one. */
    private void name(String key, String name) {
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            problems.add(1, key + " '" + name + "' has other characters than letters, digits, '.', '_' and '-'");
        }
    }

    private void id(String what, String id, Object part, Map<String, Integer> seen) {
        if (id.isEmpty()) {
            return;
        }
        int line = places.line(part, "id");
        if (!ID.matcher(id).matches()) {
            problems.add(
                    line, what + " '" + id + "' must be lower-case letters, digits and '_', starting with a letter");
        } else if (RESERVED.contains(id)) {
            problems.add(line, what + " '" + id + "' is a word of the rule language; choose another id");
        }
        Integer first = seen.putIfAbsent(id, line);
        if (first != null) {
            problems.add(line, what + " '" + id + "' is already in line " + first + "; ids must be unique");
        }
    }
}
