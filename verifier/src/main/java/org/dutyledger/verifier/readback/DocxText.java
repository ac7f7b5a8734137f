package org.dutyledger.verifier.readback;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads paragraphs and rows of a DOCX, whoever saved it last. Neither DTD nor entity is followed. */
public final class DocxText {
    private static final String BODY = "word/document.xml";
    private final BlockCollector out = new BlockCollector();
    private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();

    private DocxText() {}

    /**
     * Its paragraphs, and its rows as their cells, paragraphs of a cell joined by newlines.
     *
     * @throws UnreadableReportException when it is none, or too large when unpacked
     */
    public static List<List<String>> of(byte[] file) throws UnreadableReportException {
        Map<String, byte[]> parts = ZipParts.of(file, name -> name.matches("word/[^/]*\\.xml"));
        byte[] body = parts.get(BODY);
        if (body == null) {
            throw new UnreadableReportException("不是 DOCX：没有 %s", "no DOCX: there is no %s", BODY);
        }
        List<List<String>> blocks = read(body);
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            // the report prints nothing there
            if (part.getKey().matches("word/(header|footnotes|endnotes|comments).*")) {
                blocks.addAll(read(part.getValue()));
            }
        }
        return blocks;
    }

    private static List<List<String>> read(byte[] part) throws UnreadableReportException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        DocxText text = new DocxText();
        try {
            text.read(factory.createXMLStreamReader(new ByteArrayInputStream(part)));
        } catch (XMLStreamException e) {
            throw new UnreadableReportException(
                    "不是完好的 XML：%s", "no well-formed XML: %s", String.valueOf(e.getMessage()));
        }
        return text.out.blocks();
    }

    private void read(XMLStreamReader xml) throws XMLStreamException, UnreadableReportException {
        int alternatives = 0;
        boolean inText = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw new UnreadableReportException("含有 DTD", "it holds a DTD");
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    // the same content a second time, for old programs
                    alternatives += name.equals("Fallback") ? 1 : 0;
                    inText = name.equals("t") && alternatives == 0;
                    begin(name);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    alternatives -= xml.getLocalName().equals("Fallback") ? 1 : 0;
                    inText = false;
                    end(xml.getLocalName());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText) {
                        append(xml.getText());
                    }
                }
                default -> {
                    // comments and instructions print nothing
                }
            }
        }
    }

    private void begin(String name) {
        switch (name) {
            case "p" -> paragraphs.push(new StringBuilder());
            case "tr" -> out.rowBegins();
            case "tc" -> out.cellBegins();
            case "tab" -> append("\t");
            case "br", "cr" -> append("\n");
            case "sym" -> append("\uFFFD");
            case "noBreakHyphen" -> append("-");
            default -> {
                // prints nothing itself
            }
        }
    }

    private void end(String name) {
        switch (name) {
            case "p" -> out.paragraph(paragraphs.pop().toString());
            case "tc" -> out.cellEnds();
            case "tr" -> out.rowEnds();
            default -> {
                // ends nothing
            }
        }
    }

    private void append(String text) {
        if (paragraphs.peek() != null) {
            paragraphs.peek().append(text);
        }
    }
}
