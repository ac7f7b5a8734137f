package org.dutyledger.document.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.dutyledger.document.checker.ReportChecker;
import org.dutyledger.document.checker.ReportDocument;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every form of the report. */
class RenderingTest {
    private final ReportModel model = Samples.model();

    static List<RenderedFile> render(ReportModel model) {
        return List.of(new DocxRenderer().render(model), new HtmlRenderer().render(model));
    }

    @Test
    void everyNumber_resolvesToAnEvent_andNothingIsTyped() {
        for (RenderedFile file : render(model)) {
            ReportDocument read = ReportChecker.read(file.bytes());
            assertThat(ReportChecker.problems(read, Samples.script().ledger()))
                    .as(file.name())
                    .isEmpty();
            assertThat(read.numbers()).hasSize(9);
        }
    }

    @Test
    void numbers_areUnderTheirIndicator() {
        for (RenderedFile file : render(model)) {
            ReportDocument read = ReportChecker.read(file.bytes());
            assertThat(ReportChecker.prints(read, "", "2021")).isTrue();
            assertThat(ReportChecker.prints(read, "preface", "《责任督学办法（试行）》〔2021〕5号"))
                    .isTrue();
            assertThat(ReportChecker.prints(read, "1", "18")).isTrue();
            assertThat(ReportChecker.prints(read, "1", "20")).isTrue();
            assertThat(ReportChecker.prints(read, "2", "86.80")).isTrue();
            assertThat(ReportChecker.prints(read, "2", "86.7")).isFalse();
            assertThat(ReportChecker.prints(read, "problems", "18")).isTrue();
        }
    }

    @Test
    void bothForms_sayTheSame() {
        ReportDocument docx =
                ReportChecker.read(new DocxRenderer().render(model).bytes());
        ReportDocument html =
                ReportChecker.read(new HtmlRenderer().render(model).bytes());
        assertThat(docx.numbers()).isEqualTo(html.numbers());
        assertThat(docx.rows()).isEqualTo(html.rows());
        assertThat(docx.verdicts()).isEqualTo(html.verdicts()).isEqualTo(Map.of("1", "合格", "2", "待核实", "3", "待填报"));
    }

    @Test
    void computedRow_showsFormulaInputsAndDifference() {
        for (RenderedFile file : render(model)) {
            assertThat(ReportChecker.read(file.bytes()).rows().values().stream()
                            .filter(r -> r.position() < 0)
                            .map(ReportDocument.Row::note))
                    .singleElement()
                    .asString()
                    .contains("转非学科类和注销数 ÷ 学科类培训机构总数 × 100", "填报单位申报86.7，测算值比申报值大0.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Shanghai", "America/New_York", "Pacific/Apia"})
    void sameModel_givesTheSameBytes_inEveryTimeZoneAndLanguage(String zone) {
        List<String> here = render(model).stream().map(RenderedFile::sha256).toList();
        TimeZone before = TimeZone.getDefault();
        Locale language = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(render(Samples.model()).stream().map(RenderedFile::sha256))
                    .isEqualTo(here);
        } finally {
            TimeZone.setDefault(before);
            Locale.setDefault(language);
        }
    }

    @Test
    void submittedText_neverBecomesMarkup() {
        String attack = "</a></p><i><script>alert('x')</script><img src=x onerror=alert`x`>&{{rate}}\u202E]]>";
        EventScript script = new EventScript(Samples.FRAMEWORK)
                .open()
                .figure("leaders", "18", "人", Basis.REPORTED)
                .fact("policy", attack)
                .narrative("narrative_1", attack + "{{policy}}{{leaders}}{{no_such_<b>}}{{unknown}}\u0000\u000B");
        ReportModel hostile = Samples.model(script);
        for (RenderedFile file : render(hostile)) {
            ReportDocument read = ReportChecker.read(file.bytes());
            assertThat(ReportChecker.problems(read, script.ledger())).isEmpty();
            assertThat(read.numbers()).anySatisfy(n -> assertThat(n.text()).contains("<script>"));
        }
        String page = new String(new HtmlRenderer().render(hostile).bytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(page).doesNotContain("<script", "<img", "<i>", "\u202E", "http://", "https://");
    }

    @Test
    void checker_findsWhatIsWrong() {
        ReportDocument read =
                ReportChecker.read(new HtmlRenderer().render(model).bytes());
        assertThat(ReportChecker.problems(read, Map.of())).isNotEmpty();
        String page = new String(new HtmlRenderer().render(model).bytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(broken(page.replace("第二段无数字。", "第二段有5个数字。"))).anyMatch(p -> p.startsWith("typed number"));
        assertThat(broken(page.replace(">18</a>", ">19</a>"))).anyMatch(p -> p.contains("is not the value"));
        assertThat(broken(page.replace("id=\"S_N0002\"", "id=\"S_N0999\""))).anyMatch(p -> p.contains("nowhere"));
    }

    private static List<String> broken(String page) {
        ReportDocument read = ReportChecker.read(page.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return ReportChecker.problems(read, Samples.script().ledger());
    }
}
