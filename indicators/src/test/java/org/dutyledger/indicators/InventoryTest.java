package org.dutyledger.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dutyledger.indicators.FigureSpec.Kind;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the 2021 report is in the framework, with the same content. */
class InventoryTest {
    /** Facts that are counts: rules compare them, so the framework keeps them as numbers. */
    private static final Set<String> COUNTED_FACTS = Set.of(
            "report_year",
            "integrity_four_projects",
            "golden_cards",
            "five_creations",
            "teacher_ethics_projects",
            "special_education_measures");
    /** Units the report prints that are none: two magnitudes at once, and the year of a report. */
    private static final Map<String, String> UNITS = Map.of("亿万元", "亿元", "年度", "年");

    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("教体局", "education-bureau"),
            Map.entry("教育督导委员会办公室", "supervision-office"),
            Map.entry("财政局", "finance-bureau"),
            Map.entry("人社局", "hr-bureau"),
            Map.entry("编办", "staffing-office"),
            Map.entry("区委教育工作领导小组办公室", "leading-group-office"),
            Map.entry("公安分局", "police"),
            Map.entry("市场监管局", "market-bureau"),
            Map.entry("学校", "school"),
            Map.entry("幼儿园", "kindergarten"),
            Map.entry("区纪委监委派驻机构", "discipline"),
            Map.entry("文广旅游局", "culture-bureau"),
            Map.entry("科技局", "science-bureau"),
            Map.entry("民政局", "civil-affairs"),
            Map.entry("自然资源和规划局", "planning-bureau"),
            Map.entry("卫健局", "health-bureau"),
            Map.entry("第三方测评", "third-party"));

    private static final Framework FRAMEWORK =
            FrameworkFiles.newest("zhejiang-county-2021").framework();

    static List<CsvRow> rows() {
        return CsvRow.all();
    }

    @Test
    void inventory_isComplete() {
        assertThat(rows()).hasSize(173);
        assertThat(rows()).filteredOn(r -> !r.kind().equals("fact")).hasSize(99);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void row_hasItsPlace(CsvRow row) {
        FigureSpec figure = FRAMEWORK.figure(row.id()).orElseThrow();
        EvidenceHolder holder = FRAMEWORK.holderOf(row.id()).orElseThrow();

        assertThat(holder.title()).isEqualTo(row.title());
        if (!row.indicator().equals("S")) {
            assertThat(holder.id()).isEqualTo(row.indicator());
        }
        assertThat(figure.name().replaceAll("[（）()，,]", ""))
                .isEqualTo(row.name().replaceAll("[（）()，,]", ""));
        assertThat(figure.period()).isEqualTo(row.period());
        assertThat(figure.required()).isTrue();
        assertThat(figure.submitters()).isEqualTo(submitters(row));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void row_keepsItsKindUnitAndDecimals(CsvRow row) {
        FigureSpec figure = FRAMEWORK.figure(row.id()).orElseThrow();

        assertThat(figure.kind()).isEqualTo(kind(row));
        if (figure.kind() == Kind.NUMBER) {
            assertThat(figure.unit().symbol()).isEqualTo(UNITS.getOrDefault(row.unit(), row.unit()));
            assertThat(figure.decimals()).isEqualTo(row.decimals());
            assertThat(figure.derived()).isEqualTo(derived(row));
        }
    }

    @Test
    void lowerBounds_areThoseTheReportPrintsSo() {
        assertThat(FRAMEWORK.holders())
                .flatExtracting(EvidenceHolder::figures)
                .filteredOn(FigureSpec::lowerBound)
                .extracting(FigureSpec::id)
                .containsExactly("labour_base_units", "labour_base_communities", "smart_campus_investment");
    }

    @Test
    void figuresBeyondTheReport_areOptional() {
        Set<String> printed = rows().stream().map(CsvRow::id).collect(Collectors.toSet());
        assertThat(FRAMEWORK.holders())
                .flatExtracting(EvidenceHolder::figures)
                .filteredOn(f -> !printed.contains(f.id()))
                .isNotEmpty()
                .noneMatch(FigureSpec::required);
    }

    private static Kind kind(CsvRow row) {
        if (row.kind().equals("fact")) {
            return COUNTED_FACTS.contains(row.id()) ? Kind.NUMBER : Kind.FACT;
        }
        return row.numeric() ? Kind.NUMBER : Kind.CLAIM;
    }

    /** Rankings that are counts come from a comparison, so they are derived too. */
    private static boolean derived(CsvRow row) {
        return Set.of("derived", "yoy_growth", "ranking").contains(row.kind());
    }

    private static Set<String> submitters(CsvRow row) {
        String inWords = row.submitter()
                .replace("(学校上报)", "/学校")
                .replace("(学校事业统计)", "/学校")
                .replaceAll("\\(.*\\)", "");
        return List.of(inWords.split("[/→]")).stream().map(ROLES::get).collect(Collectors.toSet());
    }
}
