package org.dutyledger.verifier.word;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dutyledger.verifier.finding.Text;
import org.dutyledger.verifier.readback.Reading;
import org.dutyledger.verifier.readback.UnreadableReportException;
import org.dutyledger.verifier.xml.Xml;
import org.dutyledger.verifier.zip.ZipParts;

/** The parts of a DOCX that a reader opens, found by its relationships, and nothing beside them. */
final class WordPackage {
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static final String RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml";
    private static final String APPLICATION = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, String> OF_PACKAGE = Map.of(
            OFFICE + "officeDocument", APPLICATION + "wordprocessingml.document.main+xml",
            PACKAGE + "core-properties", "application/vnd.openxmlformats-package.core-properties+xml",
            // as LibreOffice names it in one of its two forms of a DOCX
            OFFICE.replace("officeDocument", "officedocument") + "metadata/core-properties",
                    "application/vnd.openxmlformats-package.core-properties+xml",
            OFFICE + "extended-properties", APPLICATION + "extended-properties+xml",
            OFFICE + "custom-properties", APPLICATION + "custom-properties+xml");
    private static final Map<String, String> ROOTS = Map.ofEntries(
            Map.entry("officeDocument", "document"),
            Map.entry("core-properties", "cp:coreProperties"),
            Map.entry("extended-properties", "ep:Properties"),
            Map.entry("custom-properties", "cu:Properties"),
            Map.entry("header", "hdr"),
            Map.entry("footer", "ftr"),
            Map.entry("styles", "styles"),
            Map.entry("settings", "settings"),
            Map.entry("webSettings", "webSettings"),
            Map.entry("fontTable", "fonts"),
            Map.entry("numbering", "numbering"),
            Map.entry("footnotes", "footnotes"),
            Map.entry("endnotes", "endnotes"),
            Map.entry("theme", "a:theme"));
    private static final Map<String, String> OF_DOCUMENT = ROOTS.keySet().stream()
            .filter(kind -> !kind.equals("officeDocument") && !kind.endsWith("-properties"))
            .collect(Collectors.toMap(kind -> OFFICE + kind, WordPackage::typeOf));
    private static final Set<String> MANY = Set.of("header", "footer");
    private static final Pattern PATH =
            Pattern.compile("/?[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*");
    /**
     * The one form of a declaration; a reader that trusted another one would decode other characters than are read
     * here.
     */
    private static final Pattern DECLARATION = Pattern.compile(
            "(?i)\uFEFF?(<\\?xml version=[\"']1\\.0[\"'] encoding=[\"']utf-8[\"']( standalone=[\"'](yes|no)[\"'])? ?\\?>)?");

    private static final Map<String, Set<String>> TYPE_MEMBERS =
            Map.of("Override", Set.of("PartName", "ContentType"), "Default", Set.of("Extension", "ContentType"));
    private static final Map<String, Set<String>> RELATION_MEMBERS =
            Map.of("Relationship", Set.of("Id", "Type", "Target", "TargetMode"));
    private static final Pattern BETWEEN = Pattern.compile("[ \\t\\r\\n]*");

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private final Map<String, byte[]> entries;
    private final Set<String> rest;
    private final Map<String, String> overrides = new HashMap<>();
    private final Map<String, String> defaults = new HashMap<>();

    /** A part of the file. */
    record Part(String kind, String name, byte[] content) {
        String root() {
            return ROOTS.getOrDefault(kind, "");
        }

        boolean isMargin() {
            return MANY.contains(kind);
        }

        boolean isDocument() {
            return kind.equals("officeDocument");
        }

        boolean isStyles() {
            return kind.equals("styles");
        }
    }

    /** Something is beside the document, or leads to another one. */
    static final class Unknown extends Exception {
        private static final long serialVersionUID = 1;
        final transient Text place;

        Unknown(String part, String detail) {
            super(part + ": " + detail);
            place = Reading.at(part, detail);
        }
    }

    private WordPackage(Map<String, byte[]> entries) {
        this.entries = entries;
        this.rest = new HashSet<>(entries.keySet());
    }

    private static String typeOf(String kind) {
        return APPLICATION + (kind.equals("theme") ? "" : "wordprocessingml.") + kind + "+xml";
    }

    /** All parts: the document, its headers and footers, what shapes them, and the properties of the file. */
    static List<Part> open(byte[] file) throws UnreadableReportException, Unknown {
        WordPackage zip = new WordPackage(ZipParts.of(file));
        zip.contentTypes();
        List<Part> parts = new ArrayList<>(zip.related("_rels/.rels", "", OF_PACKAGE));
        Part main = parts.stream()
                .filter(part -> part.kind().equals("officeDocument"))
                .findFirst()
                .orElseThrow(() -> new UnreadableReportException("不是 DOCX：其中没有文档", "not a DOCX: no document in it"));
        String folder = main.name().substring(0, main.name().lastIndexOf('/') + 1);
        String rels = folder + "_rels/" + main.name().substring(folder.length()) + ".rels";
        if (zip.rest.contains(rels)) {
            parts.addAll(zip.related(rels, folder, OF_DOCUMENT));
        }
        if (!zip.rest.isEmpty()) {
            throw new Unknown(zip.rest.iterator().next(), "");
        }
        return parts;
    }

    private byte[] take(String name) throws UnreadableReportException {
        byte[] content = entries.get(name);
        if (content == null) {
            throw new UnreadableReportException("不是 DOCX：没有 %s", "not a DOCX: there is no %s", name);
        }
        rest.remove(name);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            Matcher declaration = DECLARATION.matcher(text);
            int end = declaration.lookingAt() ? declaration.end() : 0;
            if (!text.substring(end).toLowerCase(Locale.ROOT).contains("<?xml") && !text.contains("<!DOCTYPE")) {
                return content;
            }
        } catch (CharacterCodingException e) {
            // named below
        }
        throw new UnreadableReportException("%s 不是 UTF-8", "%s is not UTF-8", name);
    }

    private void contentTypes() throws UnreadableReportException, Unknown {
        for (Map<String, String> entry : children(CONTENT_TYPES, TYPES, "Types", TYPE_MEMBERS)) {
            boolean override = entry.containsKey("PartName");
            String key = entry.getOrDefault(override ? "PartName" : "Extension", "");
            String name = override && key.startsWith("/") ? key.substring(1) : key;
            String type = entry.getOrDefault("ContentType", "");
            if (name.isEmpty() || (override ? overrides : defaults).put(name, type) != null) {
                throw new Unknown(CONTENT_TYPES, name);
            }
        }
        if (!RELS_TYPE.equals(defaults.get("rels"))) {
            throw new Unknown(CONTENT_TYPES, "rels");
        }
    }

    private List<Part> related(String rels, String folder, Map<String, String> allowed)
            throws UnreadableReportException, Unknown {
        List<Part> parts = new ArrayList<>();
        Set<String> kinds = new HashSet<>();
        for (Map<String, String> relationship : children(rels, RELATIONSHIPS, "Relationships", RELATION_MEMBERS)) {
            String type = relationship.getOrDefault("Type", "");
            String written = relationship.getOrDefault("Target", "");
            String kind = type.substring(type.lastIndexOf('/') + 1);
            String name = written.startsWith("/") ? written.substring(1) : folder + written;
            if (!allowed.containsKey(type)
                    || !relationship.getOrDefault("TargetMode", "Internal").equals("Internal")
                    || !PATH.matcher(written).matches()
                    || !kinds.add(kind) && !MANY.contains(kind)) {
                throw new Unknown(rels, type + " " + written);
            }
            byte[] content = take(name);
            String found =
                    overrides.getOrDefault(name, defaults.getOrDefault(name.substring(name.lastIndexOf('.') + 1), ""));
            if (!found.equals(allowed.get(type))) {
                throw new Unknown(name, found);
            }
            parts.add(new Part(kind, name, content));
        }
        return parts;
    }

    /** The attributes of the elements under the root; no other element is allowed, nor any text. */
    private List<Map<String, String>> children(
            String part, String namespace, String root, Map<String, Set<String>> members)
            throws UnreadableReportException, Unknown {
        List<Map<String, String>> children = new ArrayList<>();
        try {
            byte[] content = take(part);
            // the reader would report it as any other text
            if (new String(content, StandardCharsets.UTF_8).contains("<![CDATA[")) {
                throw new Unknown(part, "<![CDATA[");
            }
            XMLStreamReader xml = Xml.reader(content);
            int depth = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    Xml.requirePlainNames(part, xml);
                    if (!namespace.equals(xml.getNamespaceURI())
                            || depth > 2
                            || depth == 1 && !root.equals(xml.getLocalName())) {
                        throw new Unknown(part, xml.getLocalName());
                    }
                    Map<String, String> attributes = attributes(part, xml);
                    if (depth == 2) {
                        if (!members.getOrDefault(xml.getLocalName(), Set.of()).containsAll(attributes.keySet())) {
                            throw new Unknown(part, xml.getLocalName());
                        }
                        children.add(attributes);
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else if (event != XMLStreamConstants.END_DOCUMENT
                        && !(event == XMLStreamConstants.SPACE
                                || event == XMLStreamConstants.CHARACTERS
                                        && depth == 1
                                        && BETWEEN.matcher(xml.getText()).matches())) {
                    throw new Unknown(part, "?");
                }
            }
        } catch (XMLStreamException e) {
            throw Xml.malformed(part, e);
        }
        return children;
    }

    private static Map<String, String> attributes(String part, XMLStreamReader xml) throws Unknown {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeNamespace(i) != null
                    && !xml.getAttributeNamespace(i).isEmpty()) {
                throw new Unknown(part, xml.getAttributeLocalName(i));
            }
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return attributes;
    }
}
