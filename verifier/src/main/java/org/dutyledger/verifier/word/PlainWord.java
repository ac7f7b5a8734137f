package org.dutyledger.verifier.word;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dutyledger.verifier.finding.Text;
import org.dutyledger.verifier.readback.Reading;
import org.dutyledger.verifier.readback.UnreadableReportException;
import org.dutyledger.verifier.word.Grammar.Child;
import org.dutyledger.verifier.word.Grammar.Times;
import org.dutyledger.verifier.xml.Xml;
import org.dutyledger.verifier.xml.XmlNames;
import org.jspecify.annotations.Nullable;

/** Reads one part of a DOCX: its text, and the first construct outside the grammar. */
final class PlainWord {
    private static final int DEEPEST = 40;
    private static final String UNKNOWN = "";
    private final Grammar grammar = Grammar.PLAIN_WORD;
    private final WordPackage.Part part;
    private final WordText text;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable Text hidden;

    /** An element that has begun. */
    private static final class Open {
        final String name;
        final String kind;
        final Set<String> once = new HashSet<>();
        boolean repeated;
        boolean ended;

        Open(String name, String kind) {
            this.name = name;
            this.kind = kind;
        }
    }

    private PlainWord(WordPackage.Part part) {
        this.part = part;
        this.text = new WordText(part.isMargin(), this::refuse);
    }

    static PlainWord of(WordPackage.Part part) throws UnreadableReportException {
        PlainWord word = new PlainWord(part);
        try {
            word.read(Xml.reader(part.content()));
        } catch (XMLStreamException e) {
            throw Xml.malformed(part.name(), e);
        }
        return word;
    }

    WordText text() {
        return text;
    }

    Optional<Text> hidden() {
        return Optional.ofNullable(hidden);
    }

    private void read(XMLStreamReader xml) throws XMLStreamException, UnreadableReportException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw new UnreadableReportException("含有 DTD", "it holds a DTD");
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> refuse("<?" + xml.getPITarget());
                case XMLStreamConstants.START_ELEMENT -> {
                    Xml.requirePlainNames(part.name(), xml);
                    begin(xml);
                }
                case XMLStreamConstants.END_ELEMENT -> text.end(open.pop().name);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters(xml.getText());
                default -> {
                    // comments and white space between elements print nothing
                }
            }
        }
    }

    private void begin(XMLStreamReader xml) {
        String name = XmlNames.of(xml.getNamespaceURI(), xml.getLocalName());
        Open parent = open.peek();
        String kind = parent == null ? root(name) : child(parent, name);
        Set<String> attributes = new HashSet<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = XmlNames.of(xml.getAttributeNamespace(i), xml.getAttributeLocalName(i));
            attributes.add(attribute);
            if (!grammar.allows(kind, attribute, xml.getAttributeValue(i))) {
                refuse(name + " " + attribute + "=\"" + xml.getAttributeValue(i) + "\"");
            }
        }
        if (grammar.lacks(kind, attributes)) {
            refuse(name);
        }
        text.begin(name, parent == null ? "" : parent.name, one -> attribute(xml, one));
        open.push(new Open(name, kind));
    }

    private static @Nullable String attribute(XMLStreamReader xml, String name) {
        return name.equals("xml:space")
                ? xml.getAttributeValue(XMLConstants.XML_NS_URI, "space")
                : xml.getAttributeValue(XmlNames.WORD, name);
    }

    private String root(String name) {
        if (!name.equals(part.root())) {
            refuse(name);
        }
        return name;
    }

    private String child(Open parent, String name) {
        Child child = grammar.child(parent.kind, name);
        if (child == null) {
            refuse(parent.name + "/" + name);
            return UNKNOWN;
        }
        boolean again = child.times() != Times.ANY
                && (parent.once.contains(name) || parent.repeated && child.times() == Times.FIRST);
        if (again || parent.ended || open.size() > DEEPEST) {
            refuse(parent.name + "/" + name);
        }
        parent.once.add(name);
        parent.repeated |= child.times() == Times.ANY;
        parent.ended = child.times() == Times.LAST;
        return child.kind();
    }

    private void characters(String characters) {
        Open element = open.element();
        if (!grammar.mayHoldText(element.kind) && characters.chars().anyMatch(c -> " \t\r\n".indexOf(c) < 0)) {
            refuse(element.name + "/text()");
        }
        text.characters(element.name, characters);
    }

    private void refuse(String what) {
        if (hidden == null) {
            hidden = Reading.at(part.name(), what);
        }
    }
}
