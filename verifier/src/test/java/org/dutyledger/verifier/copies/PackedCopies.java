package org.dutyledger.verifier.copies;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.sample.DocxParts;

/** The same parts in a ZIP file that programs may unpack otherwise; of each the first entry is changed, or the end. */
final class PackedCopies {
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final byte[] PATH = {0x75, 0x70, 2, 0, 1, 0};

    private PackedCopies() {}

    static void of(CopyCases c) {
        c.packed("packed-by-another-program", Code.REPORT_COPY, packed(c, entry -> {}));
        c.packed(
                "packed-with-times",
                Code.REPORT_COPY,
                packed(c, entry -> entry.setLastModifiedTime(FileTime.fromMillis(1_646_000_000_000L))));
        c.packed("name-in-another-alphabet", Code.REPORT_FILE, packed(c, entry -> entry.setExtra(PATH)));
        c.packed("comment-of-an-entry", Code.REPORT_FILE, packed(c, entry -> entry.setComment("x")));
        c.put("folder-beside-the-parts", Code.REPORT_COPY, d -> d.put("word/media/", ""));
        c.put("folder-of-the-name-of-a-part", Code.REPORT_FILE, d -> d.put("word/styles.xml/", ""));
        c.put(
                "relation-spelled-otherwise",
                Code.REPORT_FILE,
                d -> d.exchange("word/_rels/document.xml.rels", "\"styles.xml\"", "\"Styles.xml\""));
        relations(c);
        names(c);
        c.repacked("entry-without-its-mark", Code.REPORT_FILE, zip -> changed(zip, 0, 'x'));
        c.repacked("second-entry-without-its-mark", Code.REPORT_FILE, zip -> changed(zip, second(zip), 'x'));
        local(c, "entry-of-another-method", 8);
        local(c, "entry-of-another-sum", 14);
        local(c, "entry-of-another-packed-size", 18);
        local(c, "entry-of-another-size", 22);
        local(c, "entry-of-another-name", 30);
        directory(c, "directory-of-another-method", 10);
        directory(c, "directory-of-another-sum", 16);
        directory(c, "directory-of-another-size", 24);
        directory(c, "directory-of-another-name", ENTRY_LENGTH);
        directory(c, "directory-of-another-disk", 34);
        c.repacked("sum-of-other-bytes", Code.REPORT_FILE, zip -> changed(changed(zip, 14, 1), begin(zip) + 16, 1));
        c.repacked("locked", Code.REPORT_FILE, zip -> changed(changed(zip, 6, 1), begin(zip) + 8, 1));
        c.repacked("one-entry-less-in-the-end", Code.REPORT_FILE, zip -> changed(zip, zip.length - END_LENGTH + 8, 1));
        c.repacked("comment-behind-the-end", Code.REPORT_FILE, zip -> inserted(zip, zip.length, new byte[] {'x'}));
        c.repacked("bytes-between-the-entries", Code.REPORT_FILE, zip -> inserted(zip, second(zip), new byte[12]));
        c.repacked("bytes-behind-what-is-packed", Code.REPORT_FILE, PackedCopies::longer);
        c.packed("sums-behind-an-entry-of-another", Code.REPORT_FILE, described(packed(c, entry -> {})));
    }

    /** Two readers of a package would take these for other relations and types. */
    private static void relations(CopyCases c) {
        String relations = "word/_rels/document.xml.rels";
        List.of("<!-- x -->", "<![CDATA[ ]]>", "<?x?>", "x", "\u00a0", "<Relationship/>")
                .forEach(more -> {
                    c.hidden(
                            "in-the-relations " + more,
                            d -> d.exchange(relations, "</Relationships>", more + "</Relationships>"));
                    c.hidden("in-the-types " + more, d -> d.exchange(DocxParts.TYPES, "</Types>", more + "</Types>"));
                });
        c.hidden("type-with-two-keys", d -> d.exchange(DocxParts.TYPES, "<Override ", "<Override Extension=\"x\" "));
        c.hidden(
                "type-of-another-name",
                d -> d.exchange(DocxParts.TYPES, "</Types>", "<Other Extension=\"x\" ContentType=\"x/x\"/></Types>"));
    }

    /** Names that some readers of XML do not take. */
    private static void names(CopyCases c) {
        String root = "<w:document ";
        c.put(
                "declaration-of-a-dtd-in-a-comment",
                Code.REPORT_FILE,
                d -> d.exchange(DocxParts.DOCUMENT, "<w:body>", "<!-- <!DOCTYPE --><w:body>"));
        c.put(
                "prefix-of-another-version",
                Code.REPORT_FILE,
                d -> d.exchange(DocxParts.DOCUMENT, root, root + "xmlns:\u0132=\"x\" "));
        c.put(
                "prefix-of-two-hundred-letters",
                Code.REPORT_FILE,
                d -> d.exchange(DocxParts.DOCUMENT, root, root + "xmlns:" + "a".repeat(200) + "=\"x\" "));
        String many =
                IntStream.range(0, 201).mapToObj(i -> "xmlns:n" + i + "=\"x\" ").collect(Collectors.joining());
        c.put("declarations-without-end", Code.REPORT_FILE, d -> d.exchange(DocxParts.DOCUMENT, root, root + many));
    }

    private static void local(CopyCases c, String name, int at) {
        c.repacked(name, Code.REPORT_FILE, zip -> changed(zip, at, 1));
    }

    private static void directory(CopyCases c, String name, int at) {
        c.repacked(name, Code.REPORT_FILE, zip -> changed(zip, begin(zip) + at, 1));
    }

    private static byte[] changed(byte[] zip, int at, int by) {
        byte[] changed = zip.clone();
        changed[at] ^= (byte) by;
        return changed;
    }

    /** Where the directory begins. */
    private static int begin(byte[] zip) {
        return buffer(zip).getInt(zip.length - END_LENGTH + 16);
    }

    /** Where the second entry begins. */
    private static int second(byte[] zip) {
        ByteBuffer entry = buffer(zip);
        return 30 + entry.getShort(26) + entry.getShort(28) + entry.getInt(18);
    }

    /** One byte more that the entry counts among the packed ones, though what is packed has ended before. */
    private static byte[] longer(byte[] zip) {
        byte[] longer = inserted(zip, second(zip), new byte[1]);
        ByteBuffer entry = buffer(longer);
        entry.putInt(18, entry.getInt(18) + 1);
        int directory = begin(longer);
        entry.putInt(directory + 20, entry.getInt(directory + 20) + 1);
        return longer;
    }

    /** With bytes in between; the places of all that is behind them are as they then are. */
    private static byte[] inserted(byte[] zip, int at, byte[] bytes) {
        byte[] all = ByteBuffer.allocate(zip.length + bytes.length)
                .put(zip, 0, at)
                .put(bytes)
                .put(zip, at, zip.length - at)
                .array();
        if (at == zip.length) {
            return all;
        }
        ByteBuffer longer = buffer(all);
        int end = all.length - END_LENGTH;
        int directory = longer.getInt(end + 16) + bytes.length;
        longer.putInt(end + 16, directory);
        for (int entry = directory; entry < end; ) {
            if (longer.getInt(entry + 42) >= at) {
                longer.putInt(entry + 42, longer.getInt(entry + 42) + bytes.length);
            }
            entry += ENTRY_LENGTH + longer.getShort(entry + 28) + longer.getShort(entry + 30);
        }
        return all;
    }

    private static byte[] described(byte[] zip) {
        for (int at = 0; ; at++) {
            if (buffer(zip).getInt(at) == DESCRIPTOR) {
                return changed(zip, at + 4, 1);
            }
        }
    }

    /** By another program, which writes sizes behind the entries. */
    private static byte[] packed(CopyCases c, Consumer<ZipEntry> change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            c.docx().parts().forEach((name, content) -> {
                ZipEntry entry = new ZipEntry(name);
                change.accept(entry);
                try {
                    zip.putNextEntry(entry);
                    zip.write(content);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ByteBuffer buffer(byte[] zip) {
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    }
}
