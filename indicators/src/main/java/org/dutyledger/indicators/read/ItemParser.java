package org.dutyledger.indicators.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.MeasureSpec;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.indicators.Range;
import org.dutyledger.indicators.RuleSpec;
import org.dutyledger.indicators.Unit;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the items below an indicator or a section: figures, measures, rules and narrative slots. */
final class ItemParser {
    private static final Set<String> FIGURE_KEYS = Set.of(
            "id",
            "name",
            "kind",
            "unit",
            "decimals",
            "period",
            "derived",
            "submitters",
            "required",
            "min",
            "max",
            "plausibleMin",
            "plausibleMax",
            "lowerBound",
            "note",
            "date",
            "words");
    private static final Set<String> MEASURE_KEYS =
            Set.of("id", "name", "expression", "appliesIf", "inputs", "unit", "decimals", "source");
    private static final Set<String> RULE_KEYS = Set.of(
            "id", "expression", "inputs", "effect", "decisive", "check", "met", "unmet", "text", "source", "certainty");
    private static final Set<String> SLOT_KEYS = Set.of("id", "heading", "submitters", "required", "maxLength");
    private static final int DEFAULT_MAX_LENGTH = 2000;

    private final Problems problems;
    private final Places places;
    private final String year;

    ItemParser(Problems problems, Places places, int year) {
        this.problems = problems;
        this.places = places;
        this.year = Integer.toString(year);
    }

    FigureSpec figure(Node node) {
        Fields fields = Fields.of(problems, node, "figure", FIGURE_KEYS);
        FigureSpec.Kind kind = fields.choice("kind", FigureSpec.Kind.class, FigureSpec.Kind.NUMBER);
        if (isNumber(fields) && fields.has("words")) {
            problems.add(
                    fields.line("words"),
                    "figure '" + fields.optionalText("id") + "' is a NUMBER and takes no 'words'; use min and max");
        }
        if (kind != FigureSpec.Kind.NUMBER) {
            Stream.of("unit", "decimals", "min", "max", "plausibleMin", "plausibleMax", "derived", "lowerBound")
                    .filter(fields::has)
                    .forEach(key -> problems.add(
                            fields.line(key),
                            "figure '" + fields.optionalText("id") + "' is a " + kind + " and takes no '" + key
                                    + "'; that is for kind NUMBER"));
        } else if (fields.has("id") && !fields.has("unit") && isNumber(fields)) {
            problems.add(
                    fields.line(),
                    "figure '" + fields.optionalText("id") + "' needs 'unit'; write unit: \"\" for a pure number");
        }
        if (fields.has("date") && (kind != FigureSpec.Kind.FACT || fields.has("words"))) {
            problems.add(
                    fields.line("date"),
                    "figure '" + fields.optionalText("id")
                            + "' takes no 'date'; that is for kind FACT without 'words'");
        }
        String period = fields.optionalText("period");
        return places.put(
                fields,
                new FigureSpec(
                        fields.text("id"),
                        fields.text("name"),
                        kind,
                        unit(fields),
                        fields.integer("decimals", 0),
                        period == null ? year : period,
                        fields.flag("derived", false),
                        new LinkedHashSet<>(fields.texts("submitters")),
                        fields.flag("required", true),
                        new Range(fields.decimal("min"), fields.decimal("max")),
                        new Range(fields.decimal("plausibleMin"), fields.decimal("plausibleMax")),
                        fields.flag("lowerBound", false),
                        fields.optionalText("note"),
                        fields.flag("date", false),
                        fields.has("words") ? fields.texts("words") : List.of()));
    }

    MeasureSpec measure(Node node) {
        Fields fields = Fields.of(problems, node, "measure", MEASURE_KEYS);
        return places.put(
                fields,
                new MeasureSpec(
                        fields.text("id"),
                        fields.text("name"),
                        fields.text("expression"),
                        fields.optionalText("appliesIf"),
                        fields.texts("inputs"),
                        unit(fields),
                        fields.integer("decimals", 0),
                        fields.optionalText("source")));
    }

    RuleSpec rule(Node node) {
        Fields fields = Fields.of(problems, node, "rule", RULE_KEYS);
        for (String key : new String[] {"effect", "certainty"}) {
            fields.text(key);
        }
        String what = "rule '" + fields.optionalText("id") + "'";
        if (fields.has("text")) {
            problems.add(
                    fields.line("text"),
                    what + " has one 'text' for both outcomes; write 'met' for when it holds and 'unmet' for when it"
                            + " does not");
        }
        return places.put(
                fields,
                new RuleSpec(
                        fields.text("id"),
                        fields.text("expression"),
                        fields.texts("inputs"),
                        fields.choice("effect", RuleSpec.Effect.class, RuleSpec.Effect.NOTE),
                        fields.flag("decisive", false),
                        fields.text("check"),
                        outcome(fields, what, "met", "holds"),
                        outcome(fields, what, "unmet", "does not hold"),
                        fields.optionalText("source"),
                        fields.choice("certainty", RuleSpec.Certainty.class, RuleSpec.Certainty.LOW)));
    }

    private String outcome(Fields fields, String what, String key, String when) {
        String text = fields.optionalText(key);
        if ((text == null || text.isBlank()) && !fields.has("text")) {
            problems.add(fields.line(key), what + " needs '" + key + "': the text printed when the rule " + when);
        }
        return text == null ? "" : text;
    }

    NarrativeSlot slot(Node node) {
        Fields fields = Fields.of(problems, node, "narrative slot", SLOT_KEYS);
        String heading = fields.optionalText("heading");
        return places.put(
                fields,
                new NarrativeSlot(
                        fields.text("id"),
                        heading == null ? "" : heading,
                        new LinkedHashSet<>(fields.texts("submitters")),
                        fields.flag("required", true),
                        fields.integer("maxLength", DEFAULT_MAX_LENGTH)));
    }

    private static boolean isNumber(Fields fields) {
        return !fields.has("kind") || FigureSpec.Kind.NUMBER.name().equals(fields.optionalText("kind"));
    }

    private Unit unit(Fields fields) {
        String symbol = fields.optionalText("unit");
        if (symbol == null) {
            return Unit.NONE;
        }
        return Unit.of(symbol).orElseGet(() -> {
            problems.add(
                    fields.line("unit"),
                    "unknown unit '" + symbol + "' of '" + fields.optionalText("id") + "'; known are "
                            + Stream.of(Unit.values())
                                    .map(Unit::symbol)
                                    .filter(s -> !s.isEmpty())
                                    .collect(Collectors.joining(" ")));
            return Unit.NONE;
        });
    }
}
