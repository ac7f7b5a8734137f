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
 * bytes here: a verifier of another form then says so, and does not call an honest report forged.
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
                        "model", "f12cbf700e09bce886b8390e55b2cbbd8c68ae39748fa2c36cd6d5a2596401e5",
                        "report.docx", "63abd1e716be5d9f0833d422c924249adf448f1859f27432039856cfe460fa8c",
                        "report.html", "1dbc4ca9e917a52dc8ca1052e62bd181cdd3c791c73d0226992b03be2b3e1fc7"));
    }
}
