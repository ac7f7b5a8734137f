package org.dutyledger.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dutyledger.document.render.Renderers;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.document.template.ReportModel;
import org.junit.jupiter.api.Test;

/**
 * The bytes that belong to {@link ReportComputation#FORM}. When one of these changes, raise the form and approve the new
 * bytes here: a verifier of another form then reports that, instead of calling an honest report forged.
 */
class DocumentFormTest {
    @Test
    void bytesAreThoseOfTheForm() {
        ReportModel model = Samples.model();
        Map<String, String> made = new LinkedHashMap<>();
        made.put("model", model.sha256());
        new Renderers().files(model).forEach(f -> made.put(f.name(), f.sha256()));
        assertThat(ReportComputation.FORM).isEqualTo("2");
        assertThat(made)
                .isEqualTo(Map.of(
                        "model", "08f2b4004c9f0f04065086b01d39fb1efc86100c0c55ac814154e06a23bbab3a",
                        "report.docx", "baa1e207a3f84ddfeabc06bb3b50f7e99390921222facf76dfaf270bd62fe096",
                        "report.html", "ab561ae7e94455e7d8eb18d739c4932eab3953913ddd30fec94f6ab51f8406cf"));
    }
}
