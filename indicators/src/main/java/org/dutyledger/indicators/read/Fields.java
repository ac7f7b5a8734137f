package org.dutyledger.indicators.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One YAML mapping with its line numbers. Every mistake becomes a problem, and a harmless default is returned. */
final class Fields {
    /** Plain digits only: the page for browsers reads frameworks as well, and no reader takes 1E2 for another number. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");

    private static final Pattern INTEGER = Pattern.compile("0|[1-9][0-9]{0,8}");

    private final Problems problems;
    private final int line;
    private final String what;
    private final boolean mapping;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private Fields(Problems problems, Node node, String what) {
        this.problems = problems;
        this.line = lineOf(node);
        this.what = what;
        this.mapping = node instanceof MappingNode;
    }

    /** The node as a mapping with these keys and no others. */
    static Fields of(Problems problems, Node node, String what, Set<String> keys) {
        Fields fields = anyKeys(problems, node, what);
        fields.values.forEach((key, value) -> {
            if (!keys.contains(key)) {
                String hint = Suggestion.forWord(key, keys);
                problems.add(
                        lineOf(value),
                        "unknown key '" + key + "' in " + what
                                + (hint.isEmpty() ? "; known are " + String.join(", ", new TreeSet<>(keys)) : hint));
            }
        });
        return fields;
    }

    /** The node as a mapping whose keys are names chosen by the author. */
    static Fields anyKeys(Problems problems, Node node, String what) {
        Fields fields = new Fields(problems, node, what);
        if (!(node instanceof MappingNode mapping)) {
            problems.add(fields.line, what + " must be a mapping (key: value)");
            return fields;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (fields.values.putIfAbsent(key, tuple.getValueNode()) != null) {
                problems.add(lineOf(tuple.getKeyNode()), "key '" + key + "' occurs twice in " + what);
            }
        }
        return fields;
    }

    int line() {
        return line;
    }

    /** The line of a value, or of the mapping when the key is absent. */
    int line(String key) {
        Node node = values.get(key);
        return node == null ? line : lineOf(node);
    }

    Set<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable
    Node node(String key) {
        return values.get(key);
    }

    /** A text that must be there and not be blank. */
    String text(String key) {
        String text = optionalText(key);
        if (text == null || text.isBlank()) {
            if (mapping) {
                problems.add(line(key), what + " needs '" + key + "'");
            }
            return "";
        }
        return text;
    }

    @Nullable
    String optionalText(String key) {
        Node node = values.get(key);
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        problems.add(lineOf(node), "'" + key + "' of " + what + " must be a single value");
        return null;
    }

    int integer(String key, int absent) {
        String text = optionalText(key);
        if (text == null) {
            return absent;
        }
        if (!INTEGER.matcher(text).matches()) {
            problems.add(line(key), "'" + key + "' of " + what + " must be a whole number, not '" + text + "'");
            return absent;
        }
        return Integer.parseInt(text);
    }

    @Nullable
    BigDecimal decimal(String key) {
        String text = optionalText(key);
        if (text == null) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            problems.add(line(key), "'" + key + "' of " + what + " must be a number, not '" + text + "'");
            return null;
        }
        return new BigDecimal(text);
    }

    boolean flag(String key, boolean absent) {
        String text = optionalText(key);
        if (text == null) {
            return absent;
        }
        if (!text.equals("true") && !text.equals("false")) {
            problems.add(line(key), "'" + key + "' of " + what + " must be true or false, not '" + text + "'");
            return absent;
        }
        return text.equals("true");
    }

    /** One word of an enumeration, in the spelling of its constants. */
    <E extends Enum<E>> E choice(String key, Class<E> type, E absent) {
        String text = optionalText(key);
        if (text == null) {
            return absent;
        }
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
            names.add(constant.name());
        }
        problems.add(
                line(key),
                "'" + key + "' of " + what + " must be one of " + String.join(", ", names) + ", not '" + text + "'");
        return absent;
    }

    /** The elements of a list; an absent list is empty. */
    List<Node> list(String key) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problems.add(lineOf(node), "'" + key + "' of " + what + " must be a list");
        return List.of();
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node node : list(key)) {
            if (node instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                problems.add(lineOf(node), "'" + key + "' of " + what + " must be a list of single values");
            }
        }
        return texts;
    }

    static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
