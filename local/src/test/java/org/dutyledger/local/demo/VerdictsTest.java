package org.dutyledger.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerdictsTest {
    private static final String PROGRESS = "{\"indicators\":[{\"id\":\"17\",\"title\":\"落实“双减”工作要求\"}]}";

    @Test
    void missingInput_isTheFirstReason() {
        assertLine("{'verdict':'PENDING','missing':['a','b'],'reasons':[{'holds':false,'text':'x'}]}", "待填报", "缺 a、b");
    }

    @Test
    void brokenRule_isTheNext() {
        assertLine("{'verdict':'FAIL','reasons':[{'holds':true,'text':'好'},{'holds':false,'text':'不足'}]}", "不合格", "不足");
    }

    @Test
    void openFinding_isTheNext() {
        assertLine(
                "{'verdict':'TO_VERIFY','reasons':[{'holds':true,'text':'好'}],'findings':[{'text':'86.7≠86.8'}]}",
                "待核实",
                "86.7≠86.8");
    }

    @Test
    void ruleThatHolds_isTheLast() {
        assertLine("{'verdict':'PASS','reasons':[{'text':'无数据'},{'holds':true,'text':'达到'}]}", "合格", "达到");
        assertLine("{'verdict':'PASS'}", "合格", "填报齐全");
    }

    @Test
    void indicatorWithoutEvaluation_awaitsItsFigures() {
        assertThat(Verdicts.of(json("[]"), json(PROGRESS))).singleElement().satisfies(line -> assertThat(line.verdict())
                .isEqualTo("待填报"));
    }

    private static void assertLine(String evaluation, String verdict, String reason) {
        String withId = evaluation.replace('\'', '"').replaceFirst("\\{", "{\"indicator\":\"17\",");
        assertThat(Verdicts.of(json("[" + withId + "]"), json(PROGRESS)))
                .containsExactly(new Verdicts.Line("17", "落实“双减”工作要求", verdict, reason));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
