package org.dutyledger.verifier.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Records;
import org.dutyledger.document.state.CycleFold;
import org.dutyledger.events.EvidenceEvent;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.EvidenceEvent.FactSubmitted;
import org.dutyledger.events.EvidenceEvent.FigureSubmitted;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.FrameworkException;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.dutyledger.indicators.text.RecordText;
import org.dutyledger.indicators.text.Repertoire;
import org.junit.jupiter.api.Test;

/** The page makes the same content of the same events as the library that reports are made with, whatever was submitted. */
class ContentIT extends JudgePage {
    static final String EVERY_FUNCTION = """
            framework: every-function
            version: "1"
            title: 每个函数
            year: 2021
            roles: {education-bureau: 教体局}
            grading: {scheme: points, weights: {"1": 0.750, "2": 0.25}}
            groups:
              - title: 2021年的函数
                indicators:
                  - id: "1"
                    title: 3.2.1 函数(1:15)
                    figures:
                      - {id: a, name: 甲, unit: "", decimals: 3, submitters: [education-bureau]}
                      - {id: b, name: 乙, unit: "", decimals: 3, plausibleMin: 0.5, plausibleMax: 20, submitters: [education-bureau]}
                      - {id: c, name: 丙, unit: "", decimals: 3, plausibleMax: 30.50, submitters: [education-bureau]}
                      - {id: share, name: 占, unit: "%", decimals: 2, plausibleMin: 2, plausibleMax: 100, required: false, submitters: [education-bureau]}
                      - {id: day, name: 日, kind: FACT, date: true, required: false, submitters: [education-bureau]}
                      - {id: limited, name: 限, unit: "", decimals: 1, derived: true, required: false, submitters: [education-bureau]}
                      - {id: word, name: 词, kind: CLAIM, words: [是, 否], submitters: [education-bureau]}
                    measures:
                      - {id: quotient, name: 商, expression: 'a / b', inputs: [a, b], unit: "", decimals: 30}
                      - {id: chain, name: 连, expression: 'a / b / c - a * (b - c) / 7', inputs: [a, b, c], unit: "", decimals: 20}
                      - {id: least, name: 小, expression: 'min(a, b) + max([a, b, c]) - abs(c)', inputs: [a, b, c], unit: "", decimals: 3}
                      - {id: average, name: 均, expression: 'mean([a, b, c]) + sum([a, -b])', inputs: [a, b, c], unit: "", decimals: 12}
                      - {id: spread, name: 差异, expression: 'cv([a, b], [b, c])', inputs: [a, b, c], unit: "", decimals: 25}
                      - {id: near, name: 近, expression: 'round(a / 3, 2) * 0.1', inputs: [a], unit: "", decimals: 5}
                      - {id: many, name: 数, expression: 'count([a > b, b >= c, c != a, a == b])', inputs: [a, b, c], unit: ""}
                      - {id: whole, name: 整, expression: 'a / b', inputs: [a, b], unit: "", decimals: 0}
                      - {id: third, name: 三, expression: 'whole * b / 3', inputs: [whole, b], unit: "", decimals: 1}
                      - {id: limited, name: 限, expression: 'max(a, b) * min(b, c) - abs(a)', appliesIf: 'a != b', inputs: [a, b, c], unit: "", decimals: 1}
                      - {id: maybe, name: 或, expression: 'a / c * 100', appliesIf: 'b > 0.5 && word == "是"', inputs: [a, b, c, word], unit: "%", decimals: 2}
                      - {id: dependent, name: 从, expression: 'maybe * 2', inputs: [maybe], unit: "%", decimals: 1}
                      - {id: second, name: 再, expression: 'quotient * 2', inputs: [quotient], unit: "", decimals: 6}
                    rules:
                      - {id: both, expression: 'a > 0.5 && b / c > 1.0', inputs: [a, b, c], effect: FAIL, check: threshold, met: "甲{{a}}乙{{b}}", unmet: "未达：甲{{a}}乙{{b}}", certainty: LOW}
                      - {id: either, expression: 'a / b > 1.0 || c <= 0.0', inputs: [a, b, c], effect: VERIFY, check: threshold, met: "乙{{b}}丙{{c}}", unmet: "未达：乙{{b}}丙{{c}}", certainty: LOW}
                      - {id: not, expression: '!(a < b) || word == "是"', inputs: [a, b, word], effect: BASIC_PASS, check: threshold, met: "词{{word}}", unmet: "未达：词{{word}}", source: 某文, certainty: LOW}
                      - {id: limit, expression: 'whole >= 1.0', inputs: [whole], effect: VERIFY, decisive: true, check: threshold, met: "整{{whole}}", unmet: "未达：整{{whole}}", certainty: LOW}
                      - {id: bound, expression: 'a >= 50 || limited != 7.0 && least < 20', inputs: [a, limited, least], effect: BASIC_PASS, check: threshold, met: "限{{limited}}小{{least}}", unmet: "未达：{{limited}}", certainty: LOW}
                      - {id: order, expression: 'whole > third || third == c', inputs: [whole, third, c], effect: NOTE, check: threshold, met: "整{{whole}}三{{third}}", unmet: "未达：整{{whole}}三{{third}}", certainty: LOW}
                      - {id: same, expression: 'word == word', inputs: [word], effect: NOTE, check: completeness, met: "词{{word}}", unmet: "未达", certainty: LOW}
                      - {id: difference, expression: 'word != ""', inputs: [word], effect: NOTE, check: completeness, met: "词{{word}}", unmet: "未达：词{{word}}", certainty: LOW}
                    narratives:
                      - {id: narrative_1, submitters: [education-bureau]}
                  - id: "2"
                    title: 或有
                    rules:
                      - {id: only, expression: 'dependent > 100', inputs: [dependent], effect: VERIFY, check: threshold, met: "从{{dependent}}", unmet: "未达：从{{dependent}}", source: 某文, certainty: LOW}
                      - {id: with_others, expression: 'maybe > 50 || a > 1.0', inputs: [maybe, a], effect: BASIC_PASS, decisive: true, check: threshold, met: "或{{maybe}}", unmet: "未达：或{{maybe}}", certainty: LOW}
            """;

    /** Typed numbers and what may be beside them. */
    private static final List<String> TYPED = List.of(
            "2021年",
            "9月1日",
            "至15日",
            "—2025年",
            "学年",
            "（2021）43号",
            "委〔2022〕5号",
            "第3届",
            "第43号",
            "GB/T 9704-2012",
            "《课程（2022年版）》",
            "《达99.87亿元》",
            "5+2",
            "2+1",
            "G20",
            "3D",
            "现代化2035",
            "1530",
            "3·15",
            "每天不少于1小时",
            "不少于4次",
            "1至2年级",
            "①",
            "（1）",
            "1.",
            "18.87",
            "亿元",
            "人",
            "所",
            "%",
            "百分之十七",
            "十八点八七",
            "三百五十七",
            "十余",
            "二〇二一",
            "，",
            "。",
            "；",
            "和",
            "是",
            "\n",
            " ",
            "A",
            "0",
            "〇");

    private static final List<String> BEFORE =
            List.of("", "", "约", "-", "−\u200b", "约 .", "⁹", "Ⅳ", "〇", "—", " ", "三百（", "百分之约");
    private static final List<String> BEHIND = List.of(
            "}}余 x. y",
            " }}, ok.",
            " }}",
            "}}\u200b",
            "}}亿元",
            "}} 余%",
            "}}（万元）",
            "}}人",
            "}}①",
            "\u3000}}",
            "}}个百分点",
            "}}）万人",
            "}}”人次",
            "}}）参加",
            "}}人—",
            "}}低于标准",
            "}}下降至",
            "}}至");

    @Test
    void anyReportOfTheRealFramework_isMadeAlike() {
        byte[] file = FrameworkFiles.newest("zhejiang-county-2021").bytes();
        assertAlike(file, 25);
    }

    @Test
    void everyFunction_hasTheSameValues() {
        assertAlike(EVERY_FUNCTION.getBytes(StandardCharsets.UTF_8), 400);
    }

    @Test
    void sameCharacters_arePrinted() {
        StringBuilder expected = new StringBuilder();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String one = Character.toString(c);
            expected.append(Repertoire.printed(one).equals(one) && c != 0xFFFD ? '1' : '0');
        }
        expected.setCharAt(0xFFFD, '1');
        assertThat(page.evaluate("() => module0.printed(0, 0x10ffff)")).isEqualTo(expected.toString());
    }

    @Test
    void otherRulesUnderAPublishedNameAndVersion_areRefused() {
        Framework published = FrameworkFiles.newest("zhejiang-county-2021").framework();
        byte[] other = new String(FrameworkFiles.newest(published.id()).bytes(), StandardCharsets.UTF_8)
                .replaceFirst("教育", "教 育")
                .getBytes(StandardCharsets.UTF_8);
        ReportComputation computation = ReportComputation.of(other);
        EventScript script = submitted(computation.framework(), new Random(1));
        Map<String, Object> report = new HashMap<>(report(other, computation, script));
        assertThat(judged(report)).isEqualTo(List.of("HOLDS"));
        report.put("known", List.of(List.of(published.id() + " " + published.version(), published.sha256())));
        assertThat(judged(report)).isEqualTo(List.of("FRAMEWORK"));
    }

    /** A unit such as .87亿元 would be read as a part of the number before it. */
    @Test
    void unitsKindsAndAnswersOfAnotherForm_areNoFramework() {
        Map<String, Object> report = new HashMap<>(report(
                Records.FRAMEWORK_FILE, Records.COMPUTATION, Records.possible().get("nothing-but-an-opening")));
        assertThat(judged(report)).isEqualTo(List.of("HOLDS"));
        Map.of("unit: 亿元", "unit: .87亿元", "kind: CLAIM", "kind: Claim", "derived: true", "derived: yes")
                .forEach((right, wrong) -> {
                    byte[] other = new String(Records.FRAMEWORK_FILE, StandardCharsets.UTF_8)
                            .replace(right, wrong)
                            .getBytes(StandardCharsets.UTF_8);
                    assertThatThrownBy(() -> ReportComputation.of(other)).isInstanceOf(FrameworkException.class);
                    report.put("framework", base64(other));
                    assertThat(judged(report)).as(wrong).isEqualTo(List.of("FRAMEWORK"));
                });
    }

    @Test
    void eventsThatNoLedgerRecords_areRefused_andTheirNeighboursAreNot() {
        Records.impossible()
                .forEach((name, script) ->
                        assertThat(records(script)).as(name).isEqualTo(List.of("VALUE_NOT_FROM_EVENT")));
        Records.possible()
                .forEach((name, script) -> assertThat(records(script)).as(name).isEqualTo(List.of("HOLDS")));
    }

    @Test
    void anyNarrative_isTakenOrRefusedAlike() {
        Random random = new Random(1);
        List<String> ids = List.of("share", "ratio", "computed", "title", "budget", "shares");
        List<String> texts = Stream.generate(() -> any(BEFORE, random) + "{{" + any(ids, random) + any(BEHIND, random))
                .limit(400)
                .toList();
        List<EventScript> scripts = IntStream.range(1, texts.size())
                .mapToObj(i -> i % 3 == 0 ? texts.get(i - 1) + texts.get(i) : texts.get(i))
                .map(text ->
                        new EventScript(Records.COMPUTATION.framework()).open().narrative("story", text))
                .toList();
        List<String> expected = scripts.stream().map(ContentIT::fromTheProgram).toList();
        assertThat(expected).contains("HOLDS", "VALUE_NOT_FROM_EVENT");
        assertThat(records(scripts.toArray(EventScript[]::new))).isEqualTo(expected);
    }

    @Test
    void typedNumbers_areClassifiedAlike() {
        Random random = new Random(2);
        List<EventScript> scripts = Stream.generate(() -> Stream.generate(() -> any(TYPED, random))
                        .limit(1 + random.nextInt(4))
                        .collect(Collectors.joining()))
                .map(text -> random.nextInt(3) == 0 ? text + "{{share}}" + any(TYPED, random) : text)
                .filter(text -> RecordText.isStored(text) && text.codePointCount(0, text.length()) <= 40)
                .limit(2000)
                .map(text ->
                        new EventScript(Records.COMPUTATION.framework()).open().narrative("story", text))
                .toList();
        List<String> expected = scripts.stream().map(ContentIT::fromTheProgram).toList();
        assertThat(expected.stream().filter("HOLDS"::equals).count()).isBetween(400L, 1600L);
        assertThat(records(scripts.toArray(EventScript[]::new))).isEqualTo(expected);
        // printed alike, also where no ledger takes them
        for (EventScript script : scripts.subList(0, 300)) {
            assertThat(judged(report(Records.FRAMEWORK_FILE, Records.COMPUTATION, script)))
                    .isEqualTo(List.of("HOLDS"));
        }
    }

    private static String fromTheProgram(EventScript script) {
        try {
            Records.COMPUTATION.of(EventScript.CYCLE, script.last(), script.recorded());
            return "HOLDS";
        } catch (IllegalArgumentException e) {
            return "VALUE_NOT_FROM_EVENT";
        }
    }

    private static Object records(EventScript... scripts) {
        List<List<String>> lists = Stream.of(scripts)
                .map(script ->
                        script.stored().stream().map(e -> base64(e.data())).toList())
                .toList();
        return page.evaluate(
                "([file, lists]) => module0.judgeRecords(file, lists)", List.of(base64(Records.FRAMEWORK_FILE), lists));
    }

    /** The page's content of a report without submissions. */
    static Object judgedUnsubmitted(byte[] framework) {
        ReportComputation computation = ReportComputation.of(framework);
        return judged(report(framework, computation, new EventScript(computation.framework()).open()));
    }

    private static Object judged(Object report) {
        return page.evaluate("reports => module0.judgeReports(reports)", List.of(report));
    }

    private static Map<String, Object> report(byte[] file, ReportComputation computation, EventScript script) {
        // also of events that no ledger records
        byte[] model = computation
                .of(CycleFold.fold(EventScript.CYCLE, script.last(), script.recorded()))
                .model()
                .canonical();
        return Map.of(
                "framework",
                base64(file),
                "events",
                script.stored().stream().map(e -> base64(e.data())).toList(),
                "model",
                base64(model));
    }

    private static void assertAlike(byte[] file, int times) {
        ReportComputation computation = ReportComputation.of(file);
        for (long seed = 0; seed < times; seed++) {
            EventScript script = submitted(computation.framework(), new Random(seed));
            Map<String, Object> report = report(file, computation, script);
            assertThat(judged(report)).as("seed %s: %s", seed, report).isEqualTo(List.of("HOLDS"));
        }
    }

    private static EventScript submitted(Framework framework, Random random) {
        EventScript script = new EventScript(framework).open();
        for (EvidenceHolder holder : framework.holders()) {
            StringBuilder text = new StringBuilder("材料,");
            for (FigureSpec figure : holder.figures()) {
                text.append(any(BEFORE, random))
                        .append("{{")
                        .append(figure.id())
                        .append(any(BEHIND, random));
                submit(script, holder.id(), figure, random);
            }
            for (NarrativeSlot slot : holder.slots()) {
                if (random.nextInt(4) != 0) {
                    script.narrative(slot.id(), text + "\n\n  第12,3段 {{ nothing }} “\"a\"” 。\u3000\u2028又");
                }
            }
        }
        return script;
    }

    private static void submit(EventScript script, String holder, FigureSpec figure, Random random) {
        if (random.nextInt(8) == 0) {
            return;
        }
        if (figure.kind() == FigureSpec.Kind.NUMBER) {
            Basis raw = random.nextInt(4) == 0 ? Basis.AT_LEAST : Basis.REPORTED;
            Basis basis = figure.derived() ? Basis.DECLARED : raw;
            script.figure(figure.id(), number(random), figure.unit().symbol(), basis);
        } else {
            script.fact(figure.id(), List.of("是", "否", "", "\"文件\" (试行) 3.5").get(random.nextInt(4)));
        }
        if (random.nextInt(6) == 0) {
            script.item(figure.id(), another(holder, figure, random));
        }
        if (random.nextInt(12) == 0) {
            script.returned(figure.id());
        } else if (random.nextInt(15) == 0) {
            script.withdrawn(figure.id());
        }
    }

    /** What another organisation gives for the same figure. */
    private static EvidenceEvent another(String holder, FigureSpec figure, Random random) {
        String value = random.nextBoolean() ? "1" : number(random);
        return figure.kind() == FigureSpec.Kind.NUMBER
                ? new FigureSubmitted(
                        EventScript.CYCLE,
                        holder,
                        figure.id(),
                        "another",
                        "s",
                        new BigDecimal(value),
                        figure.unit().symbol(),
                        "2021",
                        Basis.REPORTED,
                        null,
                        null)
                : new FactSubmitted(EventScript.CYCLE, holder, figure.id(), "another", "s", "是", "2021", null);
    }

    private static String any(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static String number(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "0";
            case 1 -> random.nextInt(100) + "." + (1 + random.nextInt(998));
            case 2 -> "0.0" + random.nextInt(100_000);
            case 3 -> Long.toString(random.nextLong() >>> 4);
            default -> Integer.toString(random.nextInt(300));
        };
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
