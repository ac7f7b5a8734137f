package org.dutyledger.verifier.word;

import static org.dutyledger.verifier.xml.Element.attribute;
import static org.dutyledger.verifier.xml.Element.child;
import static org.dutyledger.verifier.xml.Element.children;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dutyledger.verifier.xml.Element;
import org.jspecify.annotations.Nullable;

/** The styles of a document that conforms to the grammar: where the properties of a paragraph or run come from. */
final class Styles {
    private static final int DEEPEST = 40;
    private static final String PARAGRAPH = "paragraph";
    private static final String CHARACTER = "character";
    private final Map<String, Element> styles = new HashMap<>();
    private final Map<String, Element> defaults = new HashMap<>();
    private final @Nullable Element docDefaults;
    private final Consumer<String> refuse;

    /**
     * Reads the styles.
     *
     * @param root null where the document has none
     * @param refuse what is given a style that programs may take for another or apply in another order
     */
    Styles(@Nullable Element root, Consumer<String> refuse) {
        this.refuse = refuse;
        this.docDefaults = child(root, "docDefaults");
        Map<String, Element> names = new HashMap<>();
        for (Element style : children(root, "style")) {
            String id = String.valueOf(attribute(style, "styleId"));
            String type = String.valueOf(attribute(style, "type"));
            String name = attribute(child(style, "name"), "val");
            boolean isDefault = isOn(attribute(style, "default"));
            if (styles.put(id.toLowerCase(Locale.ROOT), style) != null
                    || name != null && names.put(name.toLowerCase(Locale.ROOT), style) != null
                    || isDefault && defaults.put(type, style) != null
                    || isDefault && type.equals(CHARACTER) && isFilled(child(style, "rPr"))
                    || !type.equals(PARAGRAPH) && child(style, "pPr") != null
                    || !type.equals(PARAGRAPH) && !type.equals(CHARACTER) && child(style, "rPr") != null) {
                refuse.accept("style " + id);
            }
        }
        styles.values().forEach(style -> chain(style, String.valueOf(attribute(style, "type"))));
    }

    /** Where the properties of a paragraph come from, the nearest first. */
    List<Element> ofParagraph(Element paragraph) {
        Element own = child(paragraph, "pPr");
        Element defaultPart = child(child(docDefaults, "pPrDefault"), "pPr");
        return places(Stream.of(own), paragraphStyles(own, "pPr"), Stream.ofNullable(defaultPart));
    }

    /** Where the properties of a run come from, the nearest first. */
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

    private Stream<@Nullable Element> paragraphStyles(@Nullable Element properties, String kind) {
        Element style = named(attribute(child(properties, "pStyle"), "val"), PARAGRAPH);
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

    /** The style of that id; null where none is named, or an unknown one, which means the default. */
    private @Nullable Element named(@Nullable String id, String type) {
        if (id == null) {
            return null;
        }
        Element style = styles.get(id.toLowerCase(Locale.ROOT));
        if (style != null && !(id.equals(attribute(style, "styleId")) && type.equals(attribute(style, "type")))) {
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
            if (base != null && (one == null || chain.size() > DEEPEST)) {
                refuse.accept("basedOn " + base);
                break;
            }
        }
        return chain;
    }

    private static boolean isFilled(@Nullable Element properties) {
        return properties != null && !properties.children().isEmpty();
    }

    /** Whether a switch is on. */
    static boolean isOn(@Nullable String value) {
        return value != null && List.of("1", "true", "on").contains(value);
    }
}
