package org.dutyledger.document.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.document.template.ReportModel.Source;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FontsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

class DocxSchemaTest {
    private final ReportModel model = Samples.model();
    private final byte[] docx = new DocxRenderer().render(model).bytes();

    @Test
    void everyPart_isValidAgainstTheSchema() throws Exception {
        List<String> seen = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                XmlObject part = parse(entry.getName(), zip.readAllBytes());
                if (part != null) {
                    seen.add(entry.getName());
                    List<Object> errors = new ArrayList<>();
                    part.validate(new XmlOptions().setErrorListener(new ArrayList<>() {
                        @Override
                        public boolean add(org.apache.xmlbeans.XmlError e) {
                            return errors.add(e);
                        }
                    }));
                    assertThat(errors).as(entry.getName()).isEmpty();
                }
            }
        }
        assertThat(seen)
                .contains(
                        "word/document.xml",
                        "word/styles.xml",
                        "word/settings.xml",
                        "word/fontTable.xml",
                        "word/footer-odd.xml",
                        "word/footer-even.xml");
    }

    @Test
    void poiReadsItBack() throws Exception {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(document.getParagraphs().get(0).getText()).startsWith("绍兴市越城区人民政府履行教育职责自评报告（");
            List<XWPFTable> tables = document.getTables();
            assertThat(tables).hasSize(2);
            assertThat(tables.get(0).getNumberOfRows())
                    .isEqualTo(model.sources().size() + 1);
            assertThat(tables.get(1).getNumberOfRows())
                    .isEqualTo(model.results().size() + 1);
            for (int i = 0; i < model.sources().size(); i++) {
                Source source = model.sources().get(i);
                assertThat(tables.get(0).getRow(i + 1).getCell(0).getText()).isEqualTo(source.id());
            }
            assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo(model.title());
        }
    }

    private static XmlObject parse(String name, byte[] part) throws Exception {
        ByteArrayInputStream in = new ByteArrayInputStream(part);
        return switch (name) {
            case "word/document.xml" -> DocumentDocument.Factory.parse(in);
            case "word/styles.xml" -> StylesDocument.Factory.parse(in);
            case "word/settings.xml" -> SettingsDocument.Factory.parse(in);
            case "word/fontTable.xml" -> FontsDocument.Factory.parse(in);
            case "word/footer-odd.xml", "word/footer-even.xml" -> FtrDocument.Factory.parse(in);
            default -> null;
        };
    }
}
