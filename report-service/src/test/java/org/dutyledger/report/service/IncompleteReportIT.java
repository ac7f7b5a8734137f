package org.dutyledger.report.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.dutyledger.document.sample.Samples;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.NarrativeSlot;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A report that is not complete, over HTTP. */
class IncompleteReportIT extends RunningReportService {
    @Override
    TestMongo mongo() {
        return TestMongo.inMemory();
    }

    @Test
    void incompleteReport_isRefusedWithWhatIsOpen_andIssuedOnPurpose() throws Exception {
        start();
        script.returned("narrative_1");
        publish(0, script.last());
        for (String body :
                new String[] {"", "{}", "{\"incomplete\":false}", "{\"upToPosition\":" + script.last() + "}"}) {
            JsonNode refused = json(post(body), 409);
            assertThat(refused.get("code").asString()).isEqualTo("REPORT_INCOMPLETE");
            assertThat(refused.get("detail").asString()).startsWith("201 items").contains("共201项");
            assertThat(refused.get("items")).hasSize(100);
            assertThat(refused.get("items").get(0).get("item").asString()).isEqualTo("bureau_cadres_linked_schools");
            assertThat(refused.get("items").get(0).get("code").asString()).isEqualTo("ITEM_MISSING");
            assertThat(refused.get("items").get(0).get("detailZh").asString())
                    .isEqualTo("指标1（加强党对教育工作全面领导）联系学校的教体局机关干部人数：尚未填报");
            assertThat(refused.get("items").get(5).get("detailZh").asString())
                    .isEqualTo("指标1（加强党对教育工作全面领导）文字材料：越城区教体局已退回，尚未更正");
        }
        assertThat(ledger.issued).isEmpty();
        json(post(INCOMPLETE), 201);
        assertThat(ledger.issued).hasSize(1);
    }

    @Test
    void completeReport_isIssuedWithoutTheFlag() throws Exception {
        start();
        for (EvidenceHolder holder : FRAMEWORK.holders()) {
            holder.figures().stream().filter(FigureSpec::required).forEach(this::fill);
            holder.slots().stream()
                    .filter(NarrativeSlot::required)
                    .forEach(slot -> script.narrative(slot.id(), "情况良好。"));
        }
        publish(0, script.last());
        JsonNode issued = json(post("{}"), 201);
        assertThat(issued.get("upToPosition").asLong()).isEqualTo(script.last());
        assertThat(json(post(INCOMPLETE), 201)).isEqualTo(issued);

        script.withdrawn("bureau_cadres_linked_schools");
        publish(script.last(), script.last());
        kafka.evaluated(Samples.evaluations(FRAMEWORK, script), script.last());
        JsonNode refused = json(post("{}"), 409);
        assertThat(refused.get("items")).hasSize(1);
        assertThat(refused.get("items").get(0).get("code").asString()).isEqualTo("ITEM_WITHDRAWN");
    }

    private void fill(FigureSpec figure) {
        if (figure.kind() == FigureSpec.Kind.NUMBER) {
            script.figure(figure.id(), "1", figure.unit().symbol(), Basis.REPORTED);
        } else {
            script.fact(
                    figure.id(), figure.words().isEmpty() ? "是" : figure.words().get(0));
        }
    }
}
