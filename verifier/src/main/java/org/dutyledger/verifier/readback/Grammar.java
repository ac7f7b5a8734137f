package org.dutyledger.verifier.readback;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;

/**
 * What a DOCX may hold so that what can be read in it is what its characters say: {@code plain-word.txt}, which explains
 * itself. The page for browsers reads the same file.
 */
final class Grammar {
    /** The one there is. */
    static final Grammar PLAIN_WORD = read();

    static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final Map<String, String> PREFIXES = Map.of(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "r:",
            "http://schemas.openxmlformats.org/officeDocument/2006/math",
            "m:",
            "http://schemas.openxmlformats.org/markup-compatibility/2006",
            "mc:",
            "http://schemas.microsoft.com/office/word/2010/wordml",
            "w14:",
            "http://schemas.microsoft.com/office/word/2012/wordml",
            "w15:",
            "urn:schemas-microsoft-com:office:office",
            "o:",
            XMLConstants.XML_NS_URI,
            "xml:");

    // what programs note for themselves; what mc:Ignorable names is refused as an element
    private static final Pattern NOTES =
            Pattern.compile("rsid(R|RPr|RDefault|P|Tr|Del|Sect)|w14:paraId|w14:textId|mc:Ignorable");
    private static final Pattern RANGE = Pattern.compile("(-?[0-9]+)\\.\\.([0-9]+)");
    private static final int DARKEST_LIGHT = 200_000;
    private static final int LIGHTEST_DARK = 150_000;
    private final Map<String, Map<String, Boolean>> children = new HashMap<>();
    private final Map<String, Map<String, String>> attributes = new HashMap<>();
    private final Set<String> fonts = new HashSet<>();

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
        int colon = words.indexOf(":");
        if (line.isEmpty() || words.get(0).equals("#")) {
            return;
        }
        if (words.get(0).equals("=")) {
            rest.forEach(font -> fonts.add(font.replace('~', ' ')));
        } else if (colon > 0) {
            Map<String, String> rules = new HashMap<>();
            words.subList(colon + 1, words.size())
                    .forEach(rule ->
                            rules.put(rule.substring(0, rule.indexOf('=')), rule.substring(rule.indexOf('=') + 1)));
            words.subList(0, colon).forEach(element -> attributes.put(element, rules));
        } else {
            Map<String, Boolean> inner = new HashMap<>();
            words.subList(2, words.size()).forEach(name -> inner.put(name.replace("*", ""), name.endsWith("*")));
            children.put(words.get(0), inner);
        }
    }

    /** The name of an element or attribute as the grammar spells it. */
    static String name(@Nullable String namespace, String local) {
        if (WORD.equals(namespace)) {
            return local;
        }
        String prefix = namespace == null ? null : PREFIXES.get(namespace);
        return (prefix == null ? "{" + (namespace == null ? "" : namespace) + "}" : prefix) + local;
    }

    /** Whether an element may have an attribute with this value. */
    boolean allows(String element, String attribute, String value) {
        Map<String, String> rules = attributes.getOrDefault(element, Map.of());
        String rule = rules.get(attribute);
        return NOTES.matcher(attribute).matches() || rules.containsKey("*") || rule != null && holds(rule, value);
    }

    /** Whether an element lacks an attribute that must be there: without it the element means yes. */
    boolean lacks(String element, Set<String> attributesOfIt) {
        return attributes.getOrDefault(element, Map.of()).entrySet().stream()
                .anyMatch(rule -> rule.getValue().equals("off") && !attributesOfIt.contains(rule.getKey()));
    }

    /** Whether an element may hold another, and if so whether more than once; null when it may not. */
    @Nullable
    Boolean repeats(String element, String child) {
        return children.getOrDefault(element, Map.of()).get(child);
    }

    private boolean holds(String rule, String value) {
        Matcher range = RANGE.matcher(rule);
        if (range.matches()) {
            return value.matches("-?[0-9]{1,6}")
                    && Integer.parseInt(value) >= Integer.parseInt(range.group(1))
                    && Integer.parseInt(value) <= Integer.parseInt(range.group(2));
        }
        return switch (rule) {
            case "any" -> true;
            case "off" -> List.of("0", "false", "off").contains(value);
            case "dark" -> value.equals("auto") || isColour(value) && luminance(value) <= LIGHTEST_DARK;
            case "light" -> value.equals("auto") || isColour(value) && luminance(value) >= DARKEST_LIGHT;
            case "font" -> fonts.contains(value);
            case "fonts" -> fonts.containsAll(Arrays.asList(value.split("[,;]", -1)));
            default -> Arrays.asList(rule.split("\\|")).contains(value);
        };
    }

    private static boolean isColour(String value) {
        return value.matches("[0-9A-Fa-f]{6}");
    }

    /** How light an RGB colour is, 0 to 255,000. */
    private static int luminance(String colour) {
        int rgb = Integer.parseInt(colour, 16);
        return 299 * (rgb >> 16) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff);
    }
}
