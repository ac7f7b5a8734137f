package org.dutyledger.document.checker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dutyledger.document.checker.ReportDocument.Number;
import org.dutyledger.document.checker.ReportDocument.Row;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Reads the document back. Numbers are known by their bookmarks: LibreOffice drops the tags of content controls. */
final class DocxReader {
    private static final Pattern EVENT = Pattern.compile("序号(\\d+)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private final List<Number> numbers = new ArrayList<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<String> typed = new ArrayList<>();
    private final Map<String, String> verdicts = new LinkedHashMap<>();
    private String holder = "";

    static ReportDocument read(byte[] file) {
        return new DocxReader().document(Dom.parse(part(file, "word/document.xml")));
    }

    static byte[] part(byte[] file, String name) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return zip.readAllBytes();
                }
            }
        } catch (IOException e) {
            throw new AssertionError("not a zip: " + e.getMessage(), e);
        }
        throw new AssertionError("no part " + name);
    }

    private ReportDocument document(Document document) {
        Element body = Dom.all(document, "w:body").get(0);
        boolean annexes = false;
        for (Element paragraph : Dom.children(body, "w:p")) {
            annexes |= !Dom.all(paragraph, "w:sectPr").isEmpty();
            if (!annexes) {
                paragraph(paragraph);
            }
        }
        List<Element> tables = Dom.children(body, "w:tbl");
        Dom.children(tables.get(0), "w:tr").stream().skip(1).forEach(this::row);
        Dom.children(tables.get(1), "w:tr").stream().skip(1).forEach(tr -> {
            List<String> cells = cells(tr);
            verdicts.put(cells.get(0), cells.get(2));
        });
        List<String> anchors = Dom.all(document, "w:bookmarkStart").stream()
                .map(e -> e.getAttribute("w:name"))
                .toList();
        List<String> links = Dom.all(document, "w:hyperlink").stream()
                .map(e -> e.getAttribute("w:anchor"))
                .toList();
        return new ReportDocument(numbers, rows, typed, anchors, links, verdicts);
    }

    private void paragraph(Element paragraph) {
        for (Element mark : Dom.children(paragraph, "w:bookmarkStart")) {
            String name = mark.getAttribute("w:name");
            if (name.equals("title")) {
                holder = "";
            } else if (name.startsWith("indicator_")) {
                holder = name.substring("indicator_".length());
            } else if (name.startsWith("section_")) {
                holder = name.substring("section_".length());
            }
        }
        StringBuilder text = new StringBuilder();
        Dom.children(paragraph, "w:r").forEach(r -> text.append(r.getTextContent()));
        Dom.typed(text.toString(), typed);
        for (Element control : Dom.all(paragraph, "w:sdtContent")) {
            String id = Dom.children(control, "w:bookmarkStart").get(0).getAttribute("w:name");
            numbers.add(new Number(id, control.getTextContent(), holder));
        }
        if (holder.isEmpty()) {
            holder = "preface";
        }
    }

    private void row(Element tr) {
        List<String> cells = cells(tr);
        String last = cells.get(cells.size() - 1);
        Matcher event = EVENT.matcher(last);
        boolean computed = cells.size() == 6;
        if (!computed && !event.matches()) {
            throw new AssertionError("no event in row " + cells);
        }
        rows.put(
                cells.get(0),
                new Row(
                        cells.get(0),
                        cells.get(1),
                        cells.get(2),
                        cells.get(3),
                        cells.get(4),
                        computed ? -1 : Long.parseLong(event.group(1)),
                        computed ? "" : event.group(2),
                        computed ? Dom.rowsIn(last) : List.of(),
                        computed ? last : ""));
    }

    private static List<String> cells(Element tr) {
        return Dom.children(tr, "w:tc").stream().map(Element::getTextContent).toList();
    }
}
