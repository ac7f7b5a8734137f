package org.dutyledger.indicators.read;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Grading;
import org.dutyledger.indicators.Group;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.Section;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the outline of a framework; the items below it are {@link ItemParser}'s. */
public final class FrameworkParser {
    private static final Set<String> FRAMEWORK_KEYS =
            Set.of("framework", "version", "title", "year", "roles", "grading", "groups", "sections");
    private static final Set<String> INDICATOR_KEYS =
            Set.of("id", "title", "titleEn", "figures", "measures", "rules", "narratives");

    private final Problems problems;
    private final Places places;

    /**
     * @param problems takes what is wrong
     * @param places receives the place of each part of the model
     */
    public FrameworkParser(Problems problems, Places places) {
        this.problems = problems;
        this.places = places;
    }

    /** The framework, with defaults where something was wrong; empty when the text is not a YAML mapping. */
    public Optional<Framework> parse(byte[] yaml) {
        return compose(yaml).map(root -> framework(root, sha256(yaml)));
    }

    private Optional<Node> compose(byte[] file) {
        Optional<String> yaml = new PlainYaml(problems).text(file);
        if (yaml.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(yaml.get());
            if (root.isEmpty()) {
                problems.add(1, "the file is empty; it must start with framework: <id>");
            }
            if (root.isPresent() && !(root.get() instanceof MappingNode)) {
                problems.add(Fields.lineOf(root.get()), "must be a mapping; it must start with framework: <id>");
                return Optional.empty();
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.add(line, "is not YAML: " + e.getProblem());
        } catch (RuntimeException e) {
            // the library throws others than its own
            problems.add(1, "is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Framework framework(Node node, String sha256) {
        Fields fields = Fields.of(problems, node, "framework", FRAMEWORK_KEYS);
        fields.text("year");
        int year = fields.integer("year", 0);
        ItemParser items = new ItemParser(problems, places, year);
        List<Group> groups = new ArrayList<>();
        for (Node group : fields.list("groups")) {
            groups.add(group(group, groups.size() + 1, items));
        }
        return places.put(
                fields,
                new Framework(
                        fields.text("framework"),
                        fields.text("version"),
                        fields.text("title"),
                        year,
                        sha256,
                        roles(fields),
                        grading(fields),
                        groups,
                        each(fields.list("sections"), section -> section(section, items))));
    }

    private Map<String, String> roles(Fields framework) {
        Map<String, String> roles = new LinkedHashMap<>();
        Node node = framework.node("roles");
        if (node != null) {
            Fields fields = Fields.anyKeys(problems, node, "roles");
            fields.keys().forEach(role -> roles.put(role, fields.text(role)));
        }
        return roles;
    }

    private Grading grading(Fields framework) {
        Node node = framework.node("grading");
        if (node == null) {
            problems.add(framework.line(), "framework needs 'grading'; write grading: {scheme: verdict-only}");
            return new Grading("", Map.of());
        }
        Fields fields = Fields.of(problems, node, "grading", Set.of("scheme", "weights"));
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        Node weightsNode = fields.node("weights");
        if (weightsNode != null) {
            Fields each = Fields.anyKeys(problems, weightsNode, "weights");
            for (String indicator : each.keys()) {
                BigDecimal weight = each.decimal(indicator);
                if (weight != null) {
                    weights.put(indicator, weight);
                }
            }
        }
        return places.put(fields, new Grading(fields.text("scheme"), weights));
    }

    private Group group(Node node, int number, ItemParser items) {
        Fields fields = Fields.of(problems, node, "group", Set.of("title", "indicators"));
        return places.put(
                fields,
                new Group(number, fields.text("title"), each(fields.list("indicators"), i -> indicator(i, items))));
    }

    private Indicator indicator(Node node, ItemParser items) {
        Fields fields = Fields.of(problems, node, "indicator", INDICATOR_KEYS);
        return places.put(
                fields,
                new Indicator(
                        fields.text("id"),
                        fields.text("title"),
                        fields.optionalText("titleEn"),
                        each(fields.list("figures"), items::figure),
                        each(fields.list("measures"), items::measure),
                        each(fields.list("rules"), items::rule),
                        each(fields.list("narratives"), items::slot)));
    }

    private Section section(Node node, ItemParser items) {
        Fields fields = Fields.of(problems, node, "section", Set.of("id", "title", "figures", "narratives"));
        return places.put(
                fields,
                new Section(
                        fields.text("id"),
                        fields.text("title"),
                        each(fields.list("figures"), items::figure),
                        each(fields.list("narratives"), items::slot)));
    }

    private static <T> List<T> each(List<Node> nodes, Function<Node, T> read) {
        return nodes.stream().map(read).toList();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
