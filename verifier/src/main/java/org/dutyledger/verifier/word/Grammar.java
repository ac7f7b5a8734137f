package org.dutyledger.verifier.word;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.verifier.xml.XmlNames;
import org.jspecify.annotations.Nullable;

/**
 * The content that a DOCX may have so that its displayed text is its characters: {@code plain-word.txt}, which explains
 * itself. The page for browsers reads the same file.
 */
final class Grammar {
    /** The one there is. */
    static final Grammar PLAIN_WORD = read();

    private static final String TEXT = "text()";
    private static final int TOLERANCE = 20;
    private static final Pattern RANGE = Pattern.compile("(-?[0-9]+)\\.\\.([0-9]+)");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,6}");
    private static final Pattern COLOUR = Pattern.compile("[0-9A-Fa-f]{6}");
    private static final int DARKEST_LIGHT = 225_000;
    private static final int LIGHTEST_DARK = 100_000;
    private final Map<String, Map<String, Child>> children = new HashMap<>();
    private final Map<String, Map<String, String>> attributes = new HashMap<>();
    private final Set<String> fonts = new HashSet<>();
    private final List<List<Integer>> tables = new ArrayList<>();
    private final Set<String> cellStyles = new HashSet<>();

    /**
     * A child that elements of a kind may have.
     *
     * @param kind by which the rules for its own children and attributes are found
     */
    record Child(String kind, Times times) {}

    /** How often a child may be there, and where. */
    enum Times {
        /** Once, before every child that may be there more than once. */
        FIRST,
        ANY,
        ONCE,
        /** Once, and nothing after it. */
        LAST
    }

    private Grammar() {}

    private static Grammar read() {
        try (InputStream in = Grammar.class.getResourceAsStream("plain-word.txt")) {
            if (in == null) {
                throw new IllegalStateException("plain-word.txt is missing");
            }
            Grammar grammar = new Grammar();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(grammar::line);
            return grammar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        List<String> words = Arrays.asList(line.split(" "));
        List<String> rest = words.subList(1, words.size());
        if (line.isEmpty() || words.get(0).equals("#")) {
            return;
        }
        switch (words.get(0)) {
            case "=" -> rest.forEach(font -> fonts.add(font.replace('~', ' ')));
            case "|" -> tables.add(rest.stream().map(Integer::valueOf).toList());
            case "%" -> cellStyles.addAll(rest);
            default -> {
                int sign = Math.max(words.indexOf(">"), words.indexOf(":"));
                for (String kind : words.subList(0, sign)) {
                    for (String rule : words.subList(sign + 1, words.size())) {
                        if (words.get(sign).equals(">")) {
                            child(children.computeIfAbsent(kind, k -> new HashMap<>()), rule);
                        } else {
                            int is = rule.indexOf('=');
                            attributes
                                    .computeIfAbsent(kind, k -> new HashMap<>())
                                    .put(rule.substring(0, is), rule.substring(is + 1));
                        }
                    }
                }
            }
        }
    }

    private static void child(Map<String, Child> children, String rule) {
        int times = Math.max(0, "*?!".indexOf(rule.charAt(rule.length() - 1)) + 1);
        String[] names = (times == 0 ? rule : rule.substring(0, rule.length() - 1)).split("=");
        children.put(names[0], new Child(names[names.length - 1], Times.values()[times]));
    }

    /** The child of that name that elements of a kind may have; null where they may not. */
    @Nullable
    Child child(String kind, String name) {
        Map<String, Child> known = children.getOrDefault(kind, Map.of());
        Child exact = known.get(name);
        return exact != null ? exact : known.get(name.substring(0, name.indexOf(':') + 1) + "any");
    }

    /** Whether elements of a kind may hold characters. */
    boolean mayHoldText(String kind) {
        return children.getOrDefault(kind, Map.of()).containsKey(TEXT);
    }

    /** Whether elements of a kind may have an attribute with this value. */
    boolean allows(String kind, String attribute, String value) {
        Map<String, String> rules = attributes.getOrDefault(kind, Map.of());
        String rule = rules.getOrDefault(attribute, rules.get("!" + attribute));
        return XmlNames.isNote(attribute) || rules.containsKey("*") || rule != null && holds(rule, value);
    }

    /** Whether elements of a kind must have an attribute that is not among these. */
    boolean lacks(String kind, Set<String> found) {
        return attributes.getOrDefault(kind, Map.of()).keySet().stream()
                .anyMatch(name -> name.startsWith("!") && !found.contains(name.substring(1)));
    }

    private boolean holds(String rule, String value) {
        return Arrays.stream(rule.split("\\|")).anyMatch(one -> alternative(one, value));
    }

    private boolean alternative(String rule, String value) {
        Matcher range = RANGE.matcher(rule);
        if (range.matches()) {
            return NUMBER.matcher(value).matches()
                    && Integer.parseInt(value) >= Integer.parseInt(range.group(1))
                    && Integer.parseInt(value) <= Integer.parseInt(range.group(2));
        }
        return switch (rule) {
            case "any" -> true;
            case "on" -> List.of("1", "true", "on").contains(value);
            case "off" -> List.of("0", "false", "off").contains(value);
            case "dark" -> value.equals("auto") || isColour(value) && luminance(value) <= LIGHTEST_DARK;
            case "light" -> value.equals("auto") || isColour(value) && luminance(value) >= DARKEST_LIGHT;
            case "font" -> fonts.contains(value);
            case "fonts" -> fonts.containsAll(Arrays.asList(value.split("[,;]", -1)));
            default -> value.equals(rule.replace('~', ' '));
        };
    }

    private static boolean isColour(String value) {
        return COLOUR.matcher(value).matches();
    }

    /** How light an RGB colour is, 0 to 255,000. */
    private static int luminance(String colour) {
        int rgb = Integer.parseInt(colour, 16);
        return 299 * (rgb >> 16) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff);
    }

    /** Whether text may be set in a font. */
    boolean isFont(String name) {
        return fonts.contains(name);
    }

    /** Whether a paragraph in a cell may have the style of that name. */
    boolean isCellStyle(String name) {
        return cellStyles.contains(name);
    }

    /** Whether a table may have columns of these widths, in twips. */
    boolean isTable(List<Integer> widths) {
        return tables.stream().anyMatch(table -> isNear(table, widths));
    }

    private static boolean isNear(List<Integer> table, List<Integer> widths) {
        for (int i = 0; i < Math.min(table.size(), widths.size()); i++) {
            if (Math.abs(table.get(i) - widths.get(i)) > TOLERANCE) {
                return false;
            }
        }
        return table.size() == widths.size();
    }
}
