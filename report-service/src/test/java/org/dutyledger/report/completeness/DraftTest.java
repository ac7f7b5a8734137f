package org.dutyledger.report.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.document.template.ReportModel.Kind;
import org.junit.jupiter.api.Test;

class DraftTest {
    @Test
    void draft_isMarkedInTitleAndBody_andChangesNothingElse() {
        ReportModel model = Samples.model();
        ReportModel draft = Draft.of(model);
        assertThat(draft.title()).isEqualTo(model.title() + "（草稿）");
        assertThat(draft.body().get(1).runs()).singleElement().satisfies(run -> {
            assertThat(run.kind()).isEqualTo(Kind.MISSING);
            assertThat(run.text()).startsWith("草稿：");
        });
        List<ReportModel.Paragraph> rest = draft.body().subList(2, draft.body().size());
        assertThat(rest).isEqualTo(model.body().subList(1, model.body().size()));
        assertThat(draft.sources()).isEqualTo(model.sources());
        assertThat(draft.results()).isEqualTo(model.results());
        assertThat(draft.about()).isEqualTo(model.about());
    }
}
