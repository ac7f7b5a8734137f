package org.dutyledger.document.checker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.document.checker.ReportDocument.Number;
import org.dutyledger.document.checker.ReportDocument.Row;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads the page back. It is well-formed XML behind its doctype. */
final class HtmlReader {
    private final List<Number> numbers = new ArrayList<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<String> typed = new ArrayList<>();

    static ReportDocument read(byte[] file) {
        String page = new String(file, StandardCharsets.UTF_8);
        Document document = Dom.parse(page.substring(page.indexOf("<html")).getBytes(StandardCharsets.UTF_8));
        return new HtmlReader().document(document);
    }

    private ReportDocument document(Document document) {
        Element article = Dom.all(document, "article").get(0);
        for (Node n = article.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e) {
                StringBuilder text = new StringBuilder();
                paragraph(e, e.getAttribute("data-holder"), text);
                Dom.typed(text.toString(), typed);
            }
        }
        Map<String, String> verdicts = new LinkedHashMap<>();
        List<String> anchors = new ArrayList<>();
        List<String> links = new ArrayList<>();
        for (Element e : Dom.all(document, "*")) {
            String id = e.getAttribute("id");
            if (!id.isEmpty()) {
                anchors.add(id);
            }
            if (e.getAttribute("href").startsWith("#")) {
                links.add(e.getAttribute("href").substring(1));
            }
            if (e.getTagName().equals("tr") && id.startsWith("S_N")) {
                row(e);
            } else if (e.getTagName().equals("tr") && id.startsWith("R_")) {
                verdicts.put(id.substring(2), Dom.children(e, "td").get(1).getTextContent());
            }
        }
        return new ReportDocument(numbers, rows, typed, anchors, links, verdicts);
    }

    private void paragraph(Element parent, String holder, StringBuilder text) {
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && e.getTagName().equals("a")) {
                numbers.add(new Number(e.getAttribute("id"), e.getTextContent(), holder));
            } else if (n instanceof Element e) {
                paragraph(e, holder, text);
            } else {
                text.append(n.getNodeValue());
            }
        }
    }

    private void row(Element tr) {
        String id = Dom.children(tr, "th").get(0).getTextContent();
        List<Element> cells = Dom.children(tr, "td");
        List<String> texts = cells.stream().map(Node::getTextContent).toList();
        boolean computed = cells.size() == 5;
        String note = computed ? texts.get(4) : "";
        rows.put(
                id,
                new Row(
                        id,
                        texts.get(0),
                        texts.get(1),
                        texts.get(2),
                        texts.get(3),
                        computed ? -1 : Long.parseLong(texts.get(7)),
                        computed ? "" : texts.get(8),
                        Dom.rowsIn(note),
                        note));
    }
}
