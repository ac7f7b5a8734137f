package org.dutyledger.verifier.readback;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dutyledger.verifier.finding.Text;
import org.jspecify.annotations.Nullable;

/** Reads one part of a DOCX: its paragraphs and rows, and the first thing that the grammar does not know. */
final class PlainWord {
    private static final Set<String> TEXTS = Set.of("t", "instrText");
    private static final Pattern PAGE_FIELD = Pattern.compile(" *(PAGE|NUMPAGES)( +\\\\\\* +(Arabic|MERGEFORMAT))* *");
    private static final int DEEPEST = 40;
    private final Grammar grammar = Grammar.PLAIN_WORD;
    private final WordPackage.Part part;
    private final BlockCollector out = new BlockCollector();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();
    private final StringBuilder instruction = new StringBuilder();
    private @Nullable Text hidden;

    /** An element that has begun. */
    private static final class Open {
        final String name;
        final Set<String> once = new HashSet<>();
        boolean repeated;

        Open(String name) {
            this.name = name;
        }
    }

    private PlainWord(WordPackage.Part part) {
        this.part = part;
    }

    static PlainWord of(WordPackage.Part part) throws UnreadableReportException {
        PlainWord word = new PlainWord(part);
        try {
            word.read(reader(part.content()));
        } catch (XMLStreamException e) {
            throw notXml(part.name(), e);
        }
        return word;
    }

    /** A reader that follows neither DTD nor entity. */
    static XMLStreamReader reader(byte[] content) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(content), "UTF-8");
    }

    static UnreadableReportException notXml(String part, XMLStreamException e) {
        return new UnreadableReportException(
                "%s 不是完好的 XML：%s", "%s is no well-formed XML: %s", part, String.valueOf(e.getMessage()));
    }

    List<List<String>> blocks() {
        return out.blocks();
    }

    Optional<Text> hidden() {
        return Optional.ofNullable(hidden);
    }

    private void read(XMLStreamReader xml) throws XMLStreamException, UnreadableReportException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw new UnreadableReportException("含有 DTD", "it holds a DTD");
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> refuse("<?" + xml.getPITarget());
                case XMLStreamConstants.START_ELEMENT -> begin(xml);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters(xml.getText());
                default -> {
                    // comments and white space between elements print nothing
                }
            }
        }
    }

    private void begin(XMLStreamReader xml) {
        String name = Grammar.name(xml.getNamespaceURI(), xml.getLocalName());
        Open parent = open.peek();
        if (parent == null) {
            if (!name.equals(part.root())) {
                refuse(name);
            }
        } else {
            Boolean repeats = grammar.repeats(parent.name, name);
            boolean again = !Boolean.TRUE.equals(repeats)
                    && (parent.once.contains(name) || parent.repeated && !name.equals("sectPr"));
            if (repeats == null || again || open.size() > DEEPEST) {
                refuse(parent.name + "/" + name);
            }
            parent.once.add(name);
            parent.repeated |= Boolean.TRUE.equals(repeats);
        }
        Set<String> attributes = new HashSet<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = Grammar.name(xml.getAttributeNamespace(i), xml.getAttributeLocalName(i));
            attributes.add(attribute);
            if (!grammar.allows(name, attribute, xml.getAttributeValue(i))) {
                refuse(name + " " + attribute + "=\"" + xml.getAttributeValue(i) + "\"");
            }
        }
        if (grammar.lacks(name, attributes)) {
            refuse(name);
        }
        print(name, parent == null ? "" : parent.name, xml);
        open.push(new Open(name));
    }

    private void print(String name, String parent, XMLStreamReader xml) {
        switch (name) {
            case "p" -> paragraphs.push(new StringBuilder());
            case "tr" -> out.rowBegins();
            case "tc" -> out.cellBegins();
            case "tab" -> append(parent.equals("r") ? "\t" : "");
            // of a page or column: ends a line, but prints nothing
            case "br" ->
                append(
                        List.of("page", "column").contains(xml.getAttributeValue(Grammar.WORD, "type") + "")
                                ? ""
                                : "\n");
            case "cr" -> append("\n");
            case "sym" -> append("\uFFFD");
            case "noBreakHyphen" -> append("-");
            case "instrText" -> instruction.setLength(0);
            case "fldChar" -> requireMargin(name);
            default -> {
                // prints nothing itself
            }
        }
    }

    private void end() {
        Open ended = open.pop();
        switch (ended.name) {
            case "p" -> out.paragraph(paragraphs.pop().toString());
            case "tc" -> out.cellEnds();
            case "tr" -> out.rowEnds();
            case "instrText" -> {
                requireMargin("instrText " + instruction);
                if (!PAGE_FIELD.matcher(instruction).matches()) {
                    refuse("instrText " + instruction);
                }
            }
            default -> {
                // ends nothing
            }
        }
    }

    private void characters(String text) {
        String name = open.element().name;
        if (name.equals("t")) {
            append(text);
            if (part.isNote() && !text.isBlank()) {
                refuse(text.strip());
            }
        } else if (name.equals("instrText")) {
            instruction.append(text);
        }
        if (!TEXTS.contains(name) && !text.isBlank()) {
            refuse(name + "/text()");
        }
    }

    /** Nothing but the number of the page may be filled in by the program that shows the file, and only in a margin. */
    private void requireMargin(String what) {
        if (!part.isMargin()) {
            refuse(what);
        }
    }

    private void refuse(String what) {
        if (hidden == null) {
            hidden = Reading.at(part.name(), what);
        }
    }

    private void append(String text) {
        if (paragraphs.peek() != null) {
            paragraphs.peek().append(text);
        }
    }
}
