package org.dutyledger.verifier.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.dutyledger.verifier.Verification;
import org.dutyledger.verifier.bundle.Bundle;
import org.dutyledger.verifier.check.Trust;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.sample.SampleLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An operator who issues a model that its ledger does not bear out: all hashes and signatures are right then. */
class ForgedModelTest {

    /** What is exchanged in the model's JSON, and the text that must name it. */
    static Stream<Arguments> forgeries() {
        return Stream.of(
                Arguments.of("\"value\":\"212\"", "\"value\":\"213\"", "N0006（学科类培训机构总数）的值写“213”，依据事件和指标体系应为“212”"),
                Arguments.of("\"text\":\"212\"", "\"text\":\"213\"", "正文第 7 段写“213”，依据事件和指标体系应为“212”"),
                Arguments.of("\"text\":\"20余\"", "\"text\":\"20多\"", "写“20多”，依据事件和指标体系应为“20余”"),
                Arguments.of("\"unit\":\"家\",\"value\":\"212\"", "\"unit\":\"所\",\"value\":\"212\"", "的单位写“所”"),
                Arguments.of("\"origin\":\"DECLARED\"", "\"origin\":\"REPORTED\"", "的来源写“REPORTED”"),
                Arguments.of("越城区教体局", "越城区财政局", "的填报单位写“越城区财政局”"),
                Arguments.of("2022-03-01T08:05:00Z", "2022-03-02T08:05:00Z", "的记录时间写“2022-03-02T08:05:00Z”"),
                Arguments.of("\"position\":\"5\"", "\"position\":\"6\"", "的账本序号写“6”"),
                Arguments.of("\"position\":\"5\"", "\"position\":\"500\"", "的账本序号写“500”"),
                Arguments.of(
                        "\"period\":\"2021\",\"place\":\"2\"", "\"period\":\"2020\",\"place\":\"2\"", "的时期写“2020”"),
                Arguments.of("\"item\":\"total\"", "\"item\":\"totals\"", "的数据项写“totals”"),
                Arguments.of("《责任督学办法（试行）》", "《责任督学办法》", "正文第 2 段写“《责任督学办法》"),
                Arguments.of("\"inputs\":[\"N0007\"", "\"inputs\":[\"N0008\"", "的测算依据写“N0008”"),
                Arguments.of("\"declaredValue\":\"86.7\"", "\"declaredValue\":\"86.8\"", "的申报值写“86.8”"),
                Arguments.of("\"difference\":\"0.1\"", "\"difference\":\"0.0\"", "的与申报值的差写“0.0”"),
                Arguments.of("成效显著。", "成效显著，提高5成。", "正文第 11 段写“成效显著，提高5成。”"),
                Arguments.of("成效显著。", "成效显著，提高\uD835\uDFD3成。", "正文第 11 段"),
                Arguments.of("成效显著。", "成效平平。", "应为“成效显著。”"),
                Arguments.of("第二段无数字。", "", "正文第 8 段写“”"),
                Arguments.of("\"TEXT\",\"text\":\"位区领导联系学校", "\"MISSING\",\"text\":\"位省领导联系学校", "正文第 5 段写“位省领导联系学校"),
                Arguments.of(
                        "\"runs\":[],\"style\":\"PART\"",
                        "\"runs\":[{\"kind\":\"TEXT\",\"text\":\"好\"}],\"style\":\"PART\"",
                        "正文第 3 段"),
                Arguments.of("绍兴市越城区人民政府", "绍兴市上虞区人民政府", "正文第 1 段写“绍兴市上虞区人民政府"),
                Arguments.of("\"origin\":\"COMPUTED\"", "\"origin\":\"REPORTED\"", "的来源写“REPORTED”"),
                Arguments.of("\"declared\":\"N0010\",", "", "的申报行写“”"),
                Arguments.of("\"unit\":\"年\"", "\"unit\":\"亿元\"", "的单位写“亿元”"),
                Arguments.of("\"printed\":false", "\"printed\":true", "的printed写“true”"),
                Arguments.of("\"id\":\"N0010\"", "\"id\":\"N0009\"", "的id写“N0009”"),
                Arguments.of(
                        "\"jurisdictionName\":\"绍兴市越城区\"", "\"jurisdictionName\":\"杭州市\"", "jurisdictionName 写“杭州市”"),
                Arguments.of(
                        "\"asOf\":\"2022-03-01T08:15:00Z\"", "\"asOf\":\"2022-04-01T08:15:00Z\"", "asOf 写“2022-04-01"),
                // what is not in an event: computed values, verdicts, names, headings
                Arguments.of("\"value\":\"86.8\"", "\"value\":\"99.8\"", "N0008（压减率）的值写“99.8”，依据事件和指标体系应为“86.8”"),
                Arguments.of("\"text\":\"86.8\"", "\"text\":\"99.8\"", "正文第 7 段写“99.8”"),
                Arguments.of("\"verdict\":\"待核实\"", "\"verdict\":\"合格\"", "附件2 的第 2 项的结果写“合格”，依据事件和指标体系应为“待核实”"),
                Arguments.of("\"missing\":[\"“五个100%”满意度\"]", "\"missing\":[]", "附件2 的第 3 项的待填报项"),
                Arguments.of("\"outcome\":\"不符合\"", "\"outcome\":\"符合\"", "附件2 的第 2 项的理由写“符合”"),
                Arguments.of("转非和注销184家与总数212家不一致\"],", "转非和注销与总数一致\"],", "附件2 的第 2 项的疑点"),
                Arguments.of("\"source\":\"双减意见\"", "\"source\":\"双减意见（修订）\"", "附件2 的第 2 项的理由"),
                Arguments.of("\"name\":\"学科类培训机构总数\"", "\"name\":\"优秀培训机构总数\"", "的名称写“优秀培训机构总数”"),
                Arguments.of(
                        "\"frameworkTitle\":\"样例指标体系\"", "\"frameworkTitle\":\"模范指标体系\"", "frameworkTitle 写“模范指标体系”"),
                Arguments.of("\"head\":\"一、自查情况\"", "\"head\":\"一、优异情况\"", "正文第 3 段的标题写“一、优异情况”"),
                Arguments.of("\"head\":\"2.落实“双减”工作要求。\"", "\"head\":\"2.落实“双减”工作要求。满意度列全省第一。\"", "正文第 7 段的标题"),
                Arguments.of("〔待填报：“五个一〇〇%”满意度〕", "〔待填报：财政局拒不报送〕", "正文第 9 段写“〔待填报：财政局拒不报送〕”"),
                Arguments.of("÷ 学科类培训机构总数", "÷ 合格培训机构总数", "的公式写"),
                Arguments.of("\"place\":\"2\"", "\"place\":\"20\"", "的所属指标写“20”"));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void contentNotGivenByEventsAndFramework_isNamed(String from, String to, String expected) {
        DoesNotHold found = first(from, to);
        assertThat(found.code()).isEqualTo(Code.VALUE_NOT_FROM_EVENT);
        assertThat(found.text().zh()).contains(expected);
        assertThat(found.text().en()).isNotBlank().doesNotContain("%s");
    }

    @Test
    void correctedValue_mustNotBeUsed() {
        // the first report of 18 was corrected to 19; both events are in the bundle
        SampleLedger ledger = SampleLedger.forged(json -> {
            String first = event(json, "2");
            return json.replace("\"text\":\"19\"", "\"text\":\"18\"")
                    .replace("\"value\":\"19\"", "\"value\":\"18\"")
                    .replaceAll("\"event\":\\{[^}]*\"position\":\"15\"[^}]*}", first);
        });
        DoesNotHold found = Verification.of(ledger.bundle().bytes(), null, Trust.none())
                .broken()
                .orElseThrow();
        assertThat(found.code()).isEqualTo(Code.VALUE_NOT_FROM_EVENT);
        assertThat(found.text().zh()).contains("写“18”，依据事件和指标体系应为“19”");
    }

    @Test
    void valueLeftOutOfTheAnnex_isNamed() {
        SampleLedger ledger = SampleLedger.forged(
                json -> json.replaceAll(",\\{\"event\":\\{[^}]*},\"holder\":\"2\",\"id\":\"N0010\"[^}]*}", "")
                        .replaceAll("\"declared\":\"N0010\",\"declaredValue\":\"86.7\",\"difference\":\"0.1\",", ""));
        DoesNotHold found = Verification.of(ledger.bundle().bytes(), null, Trust.none())
                .broken()
                .orElseThrow();
        assertThat(found.text().zh()).contains("附件1 的 N0008（压减率）的申报行写“”，依据事件和指标体系应为“N0010”");
    }

    @Test
    void itemOfAnotherIndicator_isNamed() {
        Bundle bundle = SampleLedger.withAnItemOfAnotherIndicator().bundle();
        DoesNotHold found =
                Verification.of(bundle.bytes(), null, Trust.none()).broken().orElseThrow();
        assertThat(found.code()).isEqualTo(Code.VALUE_NOT_FROM_EVENT);
        assertThat(found.text().en()).contains("item total", "recorded under 1", "under 2");
    }

    /** The first step of an attack that once held: a second row for the same item, computed from the true one. */
    @Test
    void valueThatAnotherRowReplaces_isNamed() {
        SampleLedger ledger = SampleLedger.forged(json -> {
            int rows = json.indexOf("\"sources\":[") + "\"sources\":[".length();
            String row =
                    "{\"computation\":{\"formula\":\"决算数\",\"inputs\":[\"N0006\"]},\"holder\":\"2\",\"id\":\"N9001\","
                            + "\"item\":\"total\",\"name\":\"学科类培训机构总数\",\"origin\":\"COMPUTED\",\"period\":\"2021\","
                            + "\"place\":\"2\",\"printed\":true,\"unit\":\"家\",\"value\":\"999\"},";
            return new StringBuilder(json)
                    .insert(rows, row)
                    .toString()
                    .replace("\"source\":\"N0006\",\"text\":\"212\"", "\"source\":\"N9001\",\"text\":\"999\"");
        });
        DoesNotHold found = Verification.of(ledger.bundle().bytes(), null, Trust.none())
                .broken()
                .orElseThrow();
        assertThat(found.code()).isEqualTo(Code.VALUE_NOT_FROM_EVENT);
        assertThat(found.text().zh()).contains("正文第 7 段写“999”，依据事件和指标体系应为“212”");
    }

    @Test
    void annexThatIsEmptied_isNamed() {
        SampleLedger ledger = SampleLedger.forged(
                json -> json.replaceAll("\"results\":\\[.*],\"sources\"", "\"results\":[],\"sources\""));
        DoesNotHold found = Verification.of(ledger.bundle().bytes(), null, Trust.none())
                .broken()
                .orElseThrow();
        assertThat(found.text().zh()).contains("附件2 的第 1 项写“”");
    }

    @Test
    void modelSpelledOtherwise_isNamed() {
        for (String[] change :
                new String[][] {{"{\"about\"", "{ \"about\""}, {"{\"about\"", "{\"aaa\":\"x\",\"about\""}}) {
            assertThat(first(change[0], change[1]).code()).isEqualTo(Code.VALUE_NOT_FROM_EVENT);
        }
    }

    @Test
    void modelOfAnotherCycleOrMoment_isNamed() {
        assertThat(first("\"cycle\":\"330602-2021\"", "\"cycle\":\"330602-2020\"")
                        .code())
                .isEqualTo(Code.ISSUED_EVENT);
        assertThat(first("\"upToPosition\":\"15\"", "\"upToPosition\":\"14\"").code())
                .isEqualTo(Code.ISSUED_EVENT);
    }

    @Test
    void modelOfUnknownForm_isNamed() {
        assertThat(first("\"body\":", "\"bodies\":").code()).isEqualTo(Code.MODEL_FORM);
        assertThat(first("\"year\":2021", "\"year\":\"2021\"").code()).isEqualTo(Code.MODEL_FORM);
        assertThat(first("{\"about\"", "{\"results\":[],\"about\"").code()).isEqualTo(Code.MODEL_FORM);
    }

    /** The event of the model that has a position. */
    private static String event(String json, String position) {
        return "\"event\":{\"eventId\":\""
                + java.util.UUID.nameUUIDFromBytes(("event" + position).getBytes())
                + "\",\"organisation\":\"越城区教体局\",\"position\":\"" + position
                + "\",\"recordedAt\":\"2022-03-01T08:0" + position + ":00Z\"}";
    }

    private static DoesNotHold first(String from, String to) {
        SampleLedger ledger = SampleLedger.forged(json -> {
            assertThat(json).contains(from);
            return json.replace(from, to);
        });
        return Verification.of(ledger.bundle().bytes(), null, Trust.none())
                .broken()
                .orElseThrow();
    }
}
