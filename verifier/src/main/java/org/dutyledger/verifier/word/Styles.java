package org.dutyledger.verifier.word;

import static org.dutyledger.verifier.xml.Element.attribute;
import static org.dutyledger.verifier.xml.Element.child;
import static org.dutyledger.verifier.xml.Element.children;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dutyledger.verifier.xml.Element;
import org.jspecify.annotations.Nullable;

/** The styles of a document that conforms to the grammar: the sources of the properties of a paragraph or run. */
final class Styles {
    private static final int DEEPEST = 40;
    private static final String PARAGRAPH = "paragraph";
    private static final String CHARACTER = "character";
    /** Of signs that every version of Unicode has in one case. */
    private static final Pattern ID = Pattern.compile("[ -~\\u3400-\\u4db5\\u4e00-\\u9fef]+");

    /** The names that every program gives its default styles. */
    private static final Map<String, String> DEFAULTS = Map.of(
            PARAGRAPH, "Normal", CHARACTER, "Default Paragraph Font", "table", "Normal Table", "numbering", "No List");

    private static final Pattern COLLIDING = Pattern.compile(
            "[,;]|\\((user|WW)\\)|^[\\t\\n\\r \u00a0\u3000]|[\\t\\n\\r \u00a0\u3000]$", Pattern.CASE_INSENSITIVE);
    private final Map<String, Element> styles = new LinkedHashMap<>();
    private final Map<String, Element> defaults = new HashMap<>();
    private final @Nullable Element docDefaults;
    private final Consumer<String> refuse;

    /**
     * Reads the styles.
     *
     * @param root null where the document has none
     * @param refuse receives a style that programs may take for another, since some find it by its id and some by its
     *     name, or apply in another order
     */
    Styles(@Nullable Element root, Consumer<String> refuse) {
        this.refuse = refuse;
        this.docDefaults = child(root, "docDefaults");
        Map<String, String> ids = new HashMap<>();
        for (Element style : children(root, "style")) {
            String id = id(style);
            String type = type(style);
            boolean isDefault = isOn(attribute(style, "default"));
            if (styles.put(lower(id), style) != null
                    || !ID.matcher(id).matches()
                    || !isName(name(style))
                    || ids.put(plain(name(style)), plain(id)) != null
                    || isDefault
                            && (defaults.put(type, style) != null
                                    || !name(style).equals(DEFAULTS.get(type)))
                    || isDefault && type.equals(CHARACTER) && isFilled(child(style, "rPr"))
                    || !type.equals(PARAGRAPH) && child(style, "pPr") != null
                    || !type.equals(PARAGRAPH) && !type.equals(CHARACTER) && child(style, "rPr") != null) {
                refuse.accept("style " + id);
            }
        }
        if (!defaults.containsKey(PARAGRAPH)) {
            refuse.accept("style " + DEFAULTS.get(PARAGRAPH));
        }
        styles.forEach((id, style) -> {
            if (!ids.getOrDefault(plain(id), plain(id)).equals(plain(id))) {
                refuse.accept("style " + id);
            }
            named(attribute(child(style, "next"), "val"), PARAGRAPH);
            named(attribute(child(style, "link"), "val"), type(style).equals(PARAGRAPH) ? CHARACTER : PARAGRAPH);
        });
        styles.values().forEach(style -> chain(style, type(style)));
    }

    /** Sources of the properties of a paragraph, the nearest first. */
    List<Element> ofParagraph(Element paragraph) {
        Element own = child(paragraph, "pPr");
        Element defaultPart = child(child(docDefaults, "pPrDefault"), "pPr");
        return places(Stream.of(own), paragraphStyles(own, "pPr"), Stream.ofNullable(defaultPart));
    }

    /** Sources of the properties of a run, the nearest first. */
    List<Element> ofRun(Element run, Element paragraph) {
        Element own = child(run, "rPr");
        Element defaultPart = child(child(docDefaults, "rPrDefault"), "rPr");
        String style = attribute(child(own, "rStyle"), "val");
        Stream<Element> characters =
                chain(named(style, CHARACTER), CHARACTER).stream().map(one -> child(one, "rPr"));
        return places(
                Stream.concat(Stream.of(own), characters),
                paragraphStyles(child(paragraph, "pPr"), "rPr"),
                Stream.ofNullable(defaultPart));
    }

    /** Whether a paragraph's own style is one of the issued styles of cells, based on the default style alone. */
    boolean isOfCell(Element paragraph) {
        List<Element> chain = chain(own(child(paragraph, "pPr")), PARAGRAPH);
        return chain.size() == 2
                && chain.get(1) == defaults.get(PARAGRAPH)
                && Grammar.PLAIN_WORD.isCellStyle(name(chain.get(0)));
    }

    /** Demands that the style of a table, if it has one, is there. */
    void requireOfTable(Element table) {
        named(attribute(child(child(table, "tblPr"), "tblStyle"), "val"), "table");
    }

    /** The value of an attribute of a property, from the nearest place that has it; null where none has. */
    static @Nullable String value(List<Element> places, String property, String attribute) {
        for (Element place : places) {
            String value = attribute(child(place, property), attribute);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** The style that properties of a paragraph name. */
    private @Nullable Element own(@Nullable Element properties) {
        return named(attribute(child(properties, "pStyle"), "val"), PARAGRAPH);
    }

    private Stream<@Nullable Element> paragraphStyles(@Nullable Element properties, String kind) {
        Element style = own(properties);
        return chain(style == null ? defaults.get(PARAGRAPH) : style, PARAGRAPH).stream()
                .map(one -> child(one, kind));
    }

    @SafeVarargs
    private static List<Element> places(Stream<@Nullable Element>... parts) {
        List<Element> places = new ArrayList<>();
        for (Stream<@Nullable Element> part : parts) {
            part.forEach(one -> {
                if (one != null) {
                    places.add(one);
                }
            });
        }
        return places;
    }

    /** The style of that id; null where none is named. An unknown one may be found by its name elsewhere. */
    private @Nullable Element named(@Nullable String id, String type) {
        if (id == null) {
            return null;
        }
        Element style = styles.get(lower(id));
        if (style == null || !id.equals(id(style)) || !type.equals(type(style))) {
            refuse.accept(type + " " + id);
        }
        return style;
    }

    /** The style and those that it is based on. */
    private List<Element> chain(@Nullable Element style, String type) {
        List<Element> chain = new ArrayList<>();
        for (Element one = style; one != null; ) {
            chain.add(one);
            String base = attribute(child(one, "basedOn"), "val");
            one = named(base, type);
            if (one != null && chain.size() > DEEPEST) {
                refuse.accept("basedOn " + base);
                break;
            }
        }
        return chain;
    }

    /** One name, without a list of aliases, and none that LibreOffice gives to styles whose names collide. */
    private static boolean isName(String name) {
        return !name.isEmpty() && !COLLIDING.matcher(name).find();
    }

    private static String id(Element style) {
        return String.valueOf(attribute(style, "styleId"));
    }

    private static String type(Element style) {
        return String.valueOf(attribute(style, "type"));
    }

    private static String name(Element style) {
        String name = attribute(child(style, "name"), "val");
        return name == null ? "" : name;
    }

    /** As programs take names for the same: letters and digits only, of those that every version of Unicode has. */
    private static String plain(String name) {
        return lower(name).replaceAll("[^a-z0-9\\u3400-\\u4db5\\u4e00-\\u9fef]", "");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean isFilled(@Nullable Element properties) {
        return properties != null && !properties.children().isEmpty();
    }

    /** Whether a switch is on. */
    static boolean isOn(@Nullable String value) {
        return value != null && List.of("1", "true", "on").contains(value);
    }
}
