package org.dutyledger.verifier.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dutyledger.document.pack.ZipFile;

/** The parts of a DOCX, to be changed by hand. */
public final class DocxParts {
    public static final String DOCUMENT = "word/document.xml";
    public static final String STYLES = "word/styles.xml";
    public static final String RELATIONSHIPS = "word/_rels/document.xml.rels";
    public static final String PACKAGE = "_rels/.rels";
    public static final String TYPES = "[Content_Types].xml";
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** Takes a file apart. */
    public DocxParts(byte[] file) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                parts.put(e.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another with the same parts. */
    public DocxParts copy() {
        DocxParts copy = new DocxParts(new byte[0]);
        copy.parts.putAll(parts);
        return copy;
    }

    /** Contents by name, in the file's order. */
    public Map<String, byte[]> parts() {
        return parts;
    }

    public String text(String part) {
        return new String(parts.get(part), UTF_8);
    }

    public DocxParts put(String part, String text) {
        parts.put(part, text.getBytes(UTF_8));
        return this;
    }

    public DocxParts remove(String part) {
        parts.remove(part);
        return this;
    }

    /** Changes a part. */
    public DocxParts change(String part, UnaryOperator<String> change) {
        return put(part, change.apply(text(part)));
    }

    /** Exchanges the first occurrence, which must be there. */
    public DocxParts exchange(String part, String from, String to) {
        String text = text(part);
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalStateException("no '" + from + "' in " + part);
        }
        return put(part, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    /** Adds a part with its content type, and a relationship of the document to it. */
    public DocxParts relate(String kind, String name, String contentType, String text) {
        exchange(
                TYPES,
                "</Types>",
                "<Override PartName=\"/word/" + name + "\" ContentType=\"" + contentType + "\"/></Types>");
        exchange(
                RELATIONSHIPS,
                "</Relationships>",
                "<Relationship Id=\"r" + name.hashCode()
                        + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind
                        + "\" Target=\"" + name + "\"/></Relationships>");
        return put("word/" + name, text);
    }

    public byte[] bytes() {
        return ZipFile.of(parts);
    }
}
