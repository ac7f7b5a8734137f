package org.dutyledger.document.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.document.template.ReportModel.Run;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number of a text is read with its unit, for any text after it. */
class PrintedUnitTest {
    @ParameterizedTest
    @CsvSource({
        "共{{leaders}}。, 共18人。",
        "共{{leaders}}人。, 共18人。",
        "共{{leaders}} 位领导。, 共18位领导。",
        "共{{leaders}}万人。, 共18人〔数字相连〕万人。",
        "共{{bases}}。, 共20余家。",
        "共{{bases}}家。, 共20余家。",
        "共{{bases}}余家。, 共20余家。",
        "占{{rate}}，, 占86.7%，",
        "占{{rate}}%，, 占86.7%，",
        "占{{rate}}％，, 占86.7%，",
        "占{{rate}}\u200b%，, 占86.7%〔数字相连〕\ufffd〔无来源数字〕，",
        // each is refused by the intake; a ledger that holds one prints a mark
        "增长-{{rate}}%。, 增长-〔数字相连〕86.7%。",
        "共{{leaders}}{{bases}}家。, 共18人〔数字相连〕20余家。",
        ".{{rate}}%。, .〔数字相连〕86.7%。",
        "共\u061c{{leaders}}人。, 共\ufffd〔数字相连〕18人。",
        "共{{leaders}}/月。, 共18人〔数字相连〕/月。",
        "共l{{leaders}}人。, 共l〔数字相连〕18人。",
        "一千{{leaders}}人。, 一千〔数字相连〕18人。",
        "共⁹{{leaders}}人。, 共\ufffd〔数字相连〕18人。",
        "共Ⅳ{{leaders}}人。, 共〔无来源数字〕18人。",
        "共{{\u3000leaders}}人。, 共{{ leaders}}人。",
        "共（{{leaders}}）万人。, 共（18人〔数字相连〕）万人。",
        "共{{leaders}}人—{{leaders}}人。, 共18人—18人。",
        "依据{{policy}}册图书。, 依据浙政〔2022〕5〔数字相连〕册图书。",
        "依据{{policy}}（万元）。, 依据浙政〔2022〕5〔数字相连〕（万元）。",
        "依据{{policy}}号。, 依据浙政〔2022〕5号。",
        "三百{{policy}}，, 三百浙政〔2022〕5，",
        "共“{{leaders}}”{{policy}}。, 共“18人”浙政〔2022〕5。",
        "百分之{{policy}}为{{leaders}}人。, 百分之浙政〔2022〕5〔数字相连〕为〔数字相连〕18人。"
    })
    void unit_isPrintedUnlessItFollows(String narrative, String printed) {
        EventScript script = new EventScript(Samples.FRAMEWORK)
                .open()
                .figure("leaders", "18", "人", Basis.REPORTED)
                .figure("bases", "20", "家", Basis.AT_LEAST)
                .figure("rate", "86.7", "%", Basis.DECLARED)
                .fact("policy", "浙政〔2022〕5")
                .narrative("narrative_1", narrative);
        assertThat(printed(Samples.COMPUTATION, script, "1")).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "得{{satisfaction}}。, 得9.120。",
        "得{{satisfaction}}{{satisfaction}}。, 得9.120〔无单位〕9.120。",
        "得{{satisfaction}}、{{satisfaction}}。, 得9.120、9.120。",
        "得{{satisfaction}}人民币亿元。, 得9.120〔无单位〕人民币亿元。",
        "得{{satisfaction}}{{policy}}。, 得9.120〔无单位〕亿元。",
        "得{{satisfaction}}亿元。, 得9.120〔无单位〕亿元。",
        "得{{satisfaction}} 余万元。, 得9.120〔无单位〕余万元。",
        "得{{satisfaction}}至{{satisfaction}}。, 得9.120至9.120。",
        "得{{satisfaction}}至{{policy}}。, 得9.120〔无单位〕至亿元。",
        "得“{{satisfaction}}”{{policy}}。, 得“9.120〔无单位〕”亿元。",
        "得{{satisfaction}}（%）。, 得9.120〔无单位〕（〔无来源数字〕）。"
    })
    void pureNumber_getsNoUnitFromTheText(String narrative, String printed) {
        ReportComputation computation = ReportComputation.of(new String(Samples.FRAMEWORK_FILE, StandardCharsets.UTF_8)
                .replace("unit: 分", "unit: \"\"")
                .getBytes(StandardCharsets.UTF_8));
        EventScript script = new EventScript(computation.framework())
                .open()
                .figure("satisfaction", "9.120", "", Basis.REPORTED)
                .fact("policy", "亿元")
                .narrative("narrative_3", narrative);
        assertThat(printed(computation, script, "3")).isEqualTo(printed);
    }

    private static String printed(ReportComputation computation, EventScript script, String holder) {
        return computation.of(Samples.state(script)).model().body().stream()
                .filter(paragraph -> paragraph.holder().equals(holder))
                .flatMap(paragraph -> paragraph.runs().stream())
                .map(Run::text)
                .collect(Collectors.joining());
    }
}
