package org.dutyledger.verifier.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dutyledger.verifier.readback.UnreadableReportException;
import org.jspecify.annotations.Nullable;

/** An element and all in it, by the names of the grammar. */
public final class Element {
    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<Element> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private Element(String name) {
        this.name = name;
    }

    /**
     * The root of a part.
     *
     * @throws UnreadableReportException when it is not well-formed XML
     */
    public static Element root(String part, byte[] content) throws UnreadableReportException {
        Element above = new Element("");
        Deque<Element> open = new ArrayDeque<>(List.of(above));
        try {
            XMLStreamReader xml = Xml.reader(content);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        Xml.requirePlainNames(part, xml);
                        open.push(open.element().add(xml));
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        Element ended = open.pop();
                        open.element().text.append(ended.text);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        open.element().text.append(xml.getText());
                    default -> {
                        // prints nothing
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw Xml.malformed(part, e);
        }
        return above.children.get(0);
    }

    private Element add(XMLStreamReader xml) {
        Element child = new Element(XmlNames.of(xml.getNamespaceURI(), xml.getLocalName()));
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            child.attributes.put(
                    XmlNames.of(xml.getAttributeNamespace(i), xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
        }
        children.add(child);
        return child;
    }

    public String name() {
        return name;
    }

    /** All characters in it. */
    public String text() {
        return text.toString();
    }

    public List<Element> children() {
        return List.copyOf(children);
    }

    /** The children of a name; none where there is no element. */
    public static List<Element> children(@Nullable Element element, String name) {
        return element == null
                ? List.of()
                : element.children.stream()
                        .filter(child -> child.name.equals(name))
                        .toList();
    }

    /** The first child of a name; null where there is none, or no element. */
    public static @Nullable Element child(@Nullable Element element, String name) {
        return children(element, name).stream().findFirst().orElse(null);
    }

    /** The value of an attribute; null where there is none, or no element. */
    public static @Nullable String attribute(@Nullable Element element, String name) {
        return element == null ? null : element.attributes.get(name);
    }
}
