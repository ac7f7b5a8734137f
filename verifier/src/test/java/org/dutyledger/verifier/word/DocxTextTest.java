package org.dutyledger.verifier.word;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dutyledger.verifier.readback.Mark;
import org.dutyledger.verifier.readback.Reading;
import org.dutyledger.verifier.readback.UnreadableReportException;
import org.dutyledger.verifier.sample.DocxParts;
import org.dutyledger.verifier.sample.SampleLedger;
import org.dutyledger.verifier.xml.XmlNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocxTextTest {
    private static final byte[] GOOD = SampleLedger.standard().docx().bytes();

    @Test
    void paragraphsAndRows_areRead() throws Exception {
        assertThat(text("<w:p><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t></w:r></w:p><w:p/>"
                        + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc>"
                        + "<w:tc><w:p/></w:tc></w:tr></w:tbl>"))
                .isEqualTo("[[一\t二], [a\u2029b, ]]");
    }

    @Test
    void textBoxes_areReadToo_andNamed() throws Exception {
        Reading read = document(
                "<w:p><w:r><w:t>外</w:t><w:txbxContent><w:p><w:r><w:t>内</w:t></w:r></w:p></w:txbxContent></w:r></w:p>");
        assertThat(read.blocks().orElseThrow()).hasToString("[[内], [外]]");
        assertThat(read.hidden().orElseThrow().en()).isEqualTo("word/document.xml: r/txbxContent");
    }

    /** Made by {@code soffice --headless --convert-to 'docx:MS Word 2007 XML' issued.docx} of LibreOffice 7.4.7. */
    @Test
    void copySavedByLibreOffice_readsAsTheIssuedFile() throws Exception {
        Reading issued = DocxText.of(resource("issued.docx"));
        Reading saved = DocxText.of(resource("saved-by-libreoffice-7.4.docx"));
        assertThat(saved.hidden()).isEmpty();
        assertThat(saved.margins()).isEmpty();
        assertThat(saved.blocks()).isEqualTo(issued.blocks());
        assertThat(saved.blocks().orElseThrow()).hasSizeGreaterThan(30);
        // it drops the labels and keeps the links
        assertThat(issued.marks()).containsAll(saved.marks());
        assertThat(saved.marks().stream().map(Mark::kind).distinct())
                .containsExactlyInAnyOrder(Mark.Kind.LINK, Mark.Kind.PLACE, Mark.Kind.TITLE);
    }

    @Test
    void footersThatAreMoreThanThePagesNumber_areListed() throws Exception {
        DocxParts parts = new DocxParts(GOOD);
        assertThat(DocxText.of(parts.bytes()).margins()).isEmpty();
        parts.exchange("word/footer-odd.xml", "— </w:t>", "第 </w:t>");
        assertThat(DocxText.of(parts.bytes()).margins()).containsExactly(new Reading.Margin(false, "第 1 —"));
    }

    @Test
    void deepNesting_isReadWithoutHarm() throws Exception {
        int depth = 20_000;
        assertThat(text("<w:p>".repeat(depth) + "<w:r><w:t>x</w:t></w:r>" + "</w:p>".repeat(depth)))
                .isEqualTo("[[x]]");
    }

    @Test
    void zipBomb_isRefused() {
        byte[] zeros = new byte[1 << 24];
        assertThatThrownBy(() -> DocxText.of(zip(
                        "word/document.xml",
                        xml(""),
                        "1",
                        zeros,
                        "2",
                        zeros,
                        "3",
                        zeros,
                        "4",
                        zeros,
                        "5",
                        zeros,
                        "6",
                        zeros,
                        "7",
                        zeros,
                        "8",
                        zeros)))
                .hasMessageContaining("unpacks to more than 134217728 bytes");
        byte[] large = new byte[(1 << 27) + 1];
        assertThatThrownBy(() -> DocxText.of(zip("word/document.xml", large)))
                .hasMessageContaining("unpacks to more than 134217728 bytes");
    }

    /** Word opens what the directory names; a sequential reader meets another one first. */
    @Test
    void otherContentForThoseWhoFollowTheDirectory_isRefused() {
        byte[] one = zip("word/document.xml", xml("<w:p><w:r><w:t>1</w:t></w:r></w:p>"));
        byte[] two = zip("word/document.xml", xml("<w:p><w:r><w:t>2</w:t></w:r></w:p>"));
        ByteBuffer both = ByteBuffer.allocate(one.length + two.length).order(ByteOrder.LITTLE_ENDIAN);
        both.put(one).put(two);
        int end = both.capacity() - 22;
        int directory = one.length + both.getInt(end + 16);
        both.putInt(end + 16, directory).putInt(directory + 42, one.length);
        assertThatThrownBy(() -> DocxText.of(both.array())).hasMessageContaining("not a sound ZIP");

        byte[] exchanged = zip("word/document.xml", xml("<w:p/>"), "word/Dokument.xml", xml("<w:p/>"));
        ByteBuffer names = ByteBuffer.wrap(exchanged).order(ByteOrder.LITTLE_ENDIAN);
        int first = names.getInt(exchanged.length - 22 + 16);
        int second = first + 46 + "word/document.xml".length();
        int offset = names.getInt(first + 42);
        names.putInt(first + 42, names.getInt(second + 42)).putInt(second + 42, offset);
        assertThatThrownBy(() -> DocxText.of(exchanged)).hasMessageContaining("not a sound ZIP");
    }

    @Test
    void notADocx_isRefused() {
        assertThatThrownBy(() -> DocxText.of(zip("word/other.xml", xml("")))).hasMessageContaining("not a DOCX");
        assertThatThrownBy(() -> document("<w:p>")).hasMessageContaining("not well-formed XML");
        DocxParts parts = new DocxParts(GOOD);
        String bomb = "<!DOCTYPE d [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;\">]><d>&b;</d>";
        assertThatThrownBy(() ->
                        DocxText.of(parts.copy().put(DocxParts.DOCUMENT, bomb).bytes()))
                .isInstanceOf(UnreadableReportException.class);
        assertThatThrownBy(() -> DocxText.of(parts.copy()
                        .change(DocxParts.DOCUMENT, xml -> xml.replace("UTF-8", "UTF-16"))
                        .bytes()))
                .hasMessageContaining("is not UTF-8");
        assertThatThrownBy(() -> DocxText.of(zip("a", new byte[0], "A", new byte[0])))
                .hasMessageContaining("twice");
    }

    /** A reader that trusts such a declaration shows other characters than the bytes hold in UTF-8. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\" encoding = \"UTF-7\" standalone=\"yes\"?>",
                "<?xml version=\"1.0\"                    encoding=\"UTF-7\"?>",
                "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-7\"?>",
                " <?xml version=\"1.0\" encoding=\"UTF-7\"?>"
            })
    void aDeclarationInAnyOtherForm_isRefused(String declaration) {
        byte[] file = new DocxParts(GOOD)
                .change(DocxParts.DOCUMENT, xml -> declaration + xml.substring(xml.indexOf("?>") + 2))
                .bytes();
        assertThatThrownBy(() -> DocxText.of(file)).hasMessageContaining("is not UTF-8");
    }

    @Test
    void anEntryWithoutItsMark_isRefused() {
        byte[] file = GOOD.clone();
        int last = new String(file, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0003\u0004");
        file[last + 2] = 'x';
        assertThatThrownBy(() -> DocxText.of(file)).hasMessageContaining("not a sound ZIP");
    }

    @Property(tries = 300)
    void anyFlippedByte_isReadOrRefused(@ForAll int at, @ForAll byte by) {
        byte[] file = GOOD.clone();
        file[Math.floorMod(at, file.length)] ^= by;
        try {
            DocxText.of(file);
        } catch (UnreadableReportException refused) {
            assertThat(refused.text().zh()).isNotEmpty();
        }
    }

    private static String text(String body) throws Exception {
        return document(body).blocks().orElseThrow().toString();
    }

    private static Reading document(String body) throws Exception {
        return DocxText.of(new DocxParts(GOOD)
                .put(DocxParts.DOCUMENT, new String(xml(body), UTF_8))
                .bytes());
    }

    private static byte[] xml(String body) {
        return ("<w:document xmlns:w=\"" + XmlNames.WORD + "\"><w:body>" + body + "</w:body></w:document>")
                .getBytes(UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = DocxTextTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static byte[] zip(Object... namesAndBytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
