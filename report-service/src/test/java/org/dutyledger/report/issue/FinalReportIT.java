package org.dutyledger.report.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.dutyledger.document.ReportComputation.Report;
import org.dutyledger.document.render.RenderedFile;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.kit.Problem;
import org.dutyledger.report.completeness.Draft;
import org.junit.jupiter.api.Test;

/** Drafts and final reports: what is issued is complete, or asked for as it is. */
class FinalReportIT extends Issuing {
    @Test
    void incompleteReport_isIssuedOnlyOnPurpose_alsoTheSecondTime() {
        assertIncomplete(null);
        assertThat(recorded).isEmpty();
        assertThat(database.getCollection("models").countDocuments()).isZero();
        IssuedReport onPurpose = issue(null);
        projection.scored(script.last());
        assertIncomplete(null);
        assertIncomplete(onPurpose.upToPosition());
        assertThat(recorded).hasSize(1);
    }

    @Test
    void completeReport_isIssuedWithoutMore_atItsPosition_notAtEarlierOnes() {
        long incomplete = script.last();
        script.figure("satisfaction", "97.123", "分", Basis.REPORTED).narrative("narrative_team", "加强培训。");
        apply(script);
        copies.current().evaluations().put(Samples.evaluations(Samples.FRAMEWORK, script), "t");
        IssuedReport report = issueComplete(null);
        assertThat(report.upToPosition()).isEqualTo(incomplete + 2);
        assertThat(issue(report.upToPosition())).isEqualTo(report);
        assertIncomplete(incomplete);
        assertIncomplete(incomplete + 1);
    }

    private void assertIncomplete(Long upTo) {
        assertThatThrownBy(() -> issueComplete(upTo)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.status()).isEqualTo(409);
            assertThat(p.code()).isEqualTo("REPORT_INCOMPLETE");
        });
    }

    /** Without the mark the two are the same. */
    @Test
    void draft_isTheIssuedReportWithAMark() {
        RenderedFile docx = queries.draftDocx(CYCLE);
        RenderedFile html = queries.draftHtml(CYCLE);
        Report report = replay.report(CYCLE, script.last());
        assertThat(docx.sha256())
                .isEqualTo(composer.docx(Draft.of(report.model())).sha256());
        assertThat(html.sha256())
                .isEqualTo(composer.html(Draft.of(report.model())).sha256());
        assertThat(new String(html.bytes(), StandardCharsets.UTF_8))
                .contains("年度）（草稿）</title>", "<mark>草稿：未经签发，内容可能不完整，仅供核对。</mark>");
        assertThat(issue(null).files())
                .noneMatch(f -> f.sha256().equals(docx.sha256()) || f.sha256().equals(html.sha256()));
    }

    private IssuedReport issueComplete(Long upTo) {
        return issuer.issue(CYCLE, jurisdiction -> {}, upTo, false, "Bearer x");
    }
}
