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

    /** What is exchanged in the model's JSON, and what must be said of it. */
    static Stream<Arguments> forgeries() {
        return Stream.of(
                Arguments.of("\"value\":\"212\"", "\"value\":\"213\"", "值写 213，账本为 212"),
                Arguments.of("\"text\":\"212\"", "\"text\":\"213\"", "正文写 213，附件1 为 212"),
                Arguments.of("\"text\":\"20余\"", "\"text\":\"20多\"", "正文写 20多，附件1 为 20"),
                Arguments.of("\"unit\":\"家\",\"value\":\"212\"", "\"unit\":\"所\",\"value\":\"212\"", "单位写 所，账本为 家"),
                Arguments.of("\"origin\":\"DECLARED\"", "\"origin\":\"REPORTED\"", "来源写 REPORTED，账本为 DECLARED"),
                Arguments.of("越城区教体局", "越城区财政局", "填报单位写 越城区财政局，账本为 越城区教体局"),
                Arguments.of("2022-03-01T08:05:00Z", "2022-03-02T08:05:00Z", "记录时间写 2022-03-02T08:05:00Z"),
                Arguments.of("\"position\":\"5\"", "\"position\":\"6\"", "事件编号写 "),
                Arguments.of("\"position\":\"5\"", "\"position\":\"500\"", "所指序号 500 不在证明包里"),
                Arguments.of(
                        "\"period\":\"2021\",\"place\":\"2\"",
                        "\"period\":\"2020\",\"place\":\"2\"",
                        "时期写 2020，账本为 2021"),
                Arguments.of("\"item\":\"total\"", "\"item\":\"totals\"", "数据项写 totals，账本为 total"),
                Arguments.of("《责任督学办法（试行）》", "《责任督学办法》", "值写 《责任督学办法》"),
                Arguments.of("\"inputs\":[\"N0007\"", "\"inputs\":[\"N0077\"", "测算依据 N0077 不在附件1 里"),
                Arguments.of("\"inputs\":[\"N0007\"", "\"inputs\":[\"N0008\"", "测算依据不落到任何事件"),
                Arguments.of("\"declaredValue\":\"86.7\"", "\"declaredValue\":\"86.8\"", "申报值写 86.8，其来源 N0010 为 86.7"),
                Arguments.of("\"difference\":\"0.1\"", "\"difference\":\"0.0\"", "的差写为 0.0"),
                Arguments.of("成效显著。", "成效显著，提高5成。", "里有无来源的数字"),
                Arguments.of("成效显著。", "成效显著，提高\uD835\uDFD3成。", "里有无来源的数字"),
                Arguments.of("成效显著。", "成效平平。", "正文“成效平平。”不是填报的文字"),
                Arguments.of("第二段无数字。", "", "正文没有“2”填报的文字“第二段无数字.”"),
                Arguments.of("\"TEXT\",\"text\":\"位区领导联系学校", "\"MISSING\",\"text\":\"位省领导联系学校", "不是填报的文字"),
                Arguments.of(
                        "\"runs\":[],\"style\":\"PART\"",
                        "\"runs\":[{\"kind\":\"TEXT\",\"text\":\"好\"}],\"style\":\"PART\"",
                        "不是填报的文字"),
                Arguments.of("绍兴市越城区人民政府", "绍兴市上虞区人民政府", "不是填报的文字"),
                Arguments.of("\"origin\":\"COMPUTED\"", "\"origin\":\"REPORTED\"", "来源写 REPORTED，却没有事件"),
                Arguments.of("\"declared\":\"N0010\",", "", "申报值没有来源"),
                Arguments.of(
                        "\"period\":\"2021\",\"place\":\"1\",\"printed\":true,\"unit\":\"\"",
                        "\"period\":\"2021\",\"place\":\"1\",\"printed\":true,\"unit\":\"万\"",
                        "单位写 万，账本为 "),
                Arguments.of("\"unit\":\"年\"", "\"unit\":\"亿元\"", "单位写 亿元，账本为 年"),
                Arguments.of("\"head\":\"一、自查情况\"", "\"head\":\"一、2021自查\"", "里有无来源的数字"),
                Arguments.of("\"printed\":false", "\"printed\":true", "是否印在正文里与正文不符"),
                Arguments.of("\"id\":\"N0010\"", "\"id\":\"N0009\"", "编号重复"),
                Arguments.of(
                        "\"jurisdictionName\":\"绍兴市越城区\"", "\"jurisdictionName\":\"杭州市\"", "jurisdictionName 写 杭州市"),
                Arguments.of(
                        "\"asOf\":\"2022-03-01T08:15:00Z\"", "\"asOf\":\"2022-04-01T08:15:00Z\"", "asOf 写 2022-04-01"));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void valueThatItsEventDoesNotBearOut_isNamed(String from, String to, String said) {
        DoesNotHold found = first(from, to);
        assertThat(found.code()).isEqualTo(Code.VALUE_NOT_FROM_EVENT);
        assertThat(found.text().zh()).contains(said);
        assertThat(found.text().en()).isNotBlank().doesNotContain("%");
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
        DoesNotHold found = Verification.of(ledger.bundle().bytes(), null, Trust.nobody())
                .broken()
                .orElseThrow();
        assertThat(found.code()).isEqualTo(Code.VALUE_NOT_FROM_EVENT);
        assertThat(found.text().zh()).contains("后来被更正或撤回").contains("序号 2（");
    }

    @Test
    void valueLeftOutOfTheAnnex_isNamed() {
        SampleLedger ledger = SampleLedger.forged(
                json -> json.replaceAll(",\\{\"event\":\\{[^}]*},\"holder\":\"2\",\"id\":\"N0010\"[^}]*}", "")
                        .replaceAll("\"declared\":\"N0010\",\"declaredValue\":\"86.7\",\"difference\":\"0.1\",", ""));
        DoesNotHold found = Verification.of(ledger.bundle().bytes(), null, Trust.nobody())
                .broken()
                .orElseThrow();
        assertThat(found.text().zh()).contains("附件1 没有“rate”的值");
    }

    @Test
    void streamThatTheIssueItselfLeftOut_isNamed() {
        SampleLedger ledger = SampleLedger.hiding("3");
        Bundle bundle = ledger.bundleWithout("evidence/" + SampleLedger.CYCLE + "/3");
        DoesNotHold found =
                Verification.of(bundle.bytes(), null, Trust.nobody()).broken().orElseThrow();
        assertThat(found.code()).isEqualTo(Code.VALUE_NOT_FROM_EVENT);
        assertThat(found.text().zh()).contains("报告写到“3”，证明包里却没有它的序列");
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
        return Verification.of(ledger.bundle().bytes(), null, Trust.nobody())
                .broken()
                .orElseThrow();
    }
}
