package org.dutyledger.indicators.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Unit;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.dutyledger.indicators.item.FrameworkIndex.Placeholder;
import org.dutyledger.indicators.item.NarrativeText.Fault;
import org.dutyledger.indicators.item.NarrativeText.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Narratives name figures and measures of their framework, and type no numbers. */
class NarrativeTextTest {
    private static final FrameworkIndex INDEX =
            new FrameworkIndex(FrameworkFiles.newest("zhejiang-county-2021").framework());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {{district_leaders_linked_schools}}位区领导联系学校。 |
            {{ district_leaders_linked_schools }}人。             |
            {{district_leaders_linked_schools}}万元。             | UNIT
            l{{district_leaders_linked_schools}}位。              | JOINED
            {{district_leaders}}位。                              | UNKNOWN
            {{narrative_1}}。                                     | UNKNOWN
            {district_leaders_linked_schools}位。                 | GRAMMAR
            """)
    void placeholder_isKnownAndInItsUnit(String text, Kind kind) {
        assertThat(NarrativeText.fault(text, INDEX).map(Fault::kind).orElse(null))
                .isEqualTo(kind);
    }

    @Test
    void fault_quotesWhatIsWritten() {
        assertThat(NarrativeText.fault("好。\n共{{ district_leaders_linked_schools }}亿元。", INDEX))
                .contains(new Fault(
                        Kind.UNIT,
                        "{{ district_leaders_linked_schools }}",
                        "district_leaders_linked_schools",
                        Unit.PERSON_POLITE,
                        "亿元。"));
    }

    @Test
    void typedNumbers_areFoundOnceEach_butNotInPlaceholders() {
        assertThat(NarrativeText.typedNumbers("增3.5%，又增3.5%，①{{narrative_1}}Ⅳ", 9))
                .containsExactly("3.5", "①", "Ⅳ");
        assertThat(NarrativeText.typedNumbers("1，2，3", 2)).containsExactly("1", "2");
        assertThat(NarrativeText.typedNumbers("二〇二一年", 9)).isEmpty();
    }

    @Test
    void items_areFoundWithHolderAndUnit() {
        FrameworkIndex.Entry leaders = INDEX.find("district_leaders_linked_schools");
        assertThat(leaders.holder()).isEqualTo("1");
        assertThat(leaders.unit()).isEqualTo("位");
        assertThat(leaders.submitters()).containsExactly("leading-group-office");
        assertThat(INDEX.find("narrative_1").unit()).isNull();
        assertThat(INDEX.find("nothing")).isNull();
        assertThat(INDEX.placeholder("district_leaders_linked_schools"))
                .isEqualTo(new Placeholder(Unit.PERSON_POLITE, false));
        assertThat(INDEX.items()).contains("narrative_1");
        assertThat(INDEX.placeholders()).doesNotContain("narrative_1");
    }

    @Test
    void bounds_areThoseOfTheFigure() {
        FigureSpec rate = INDEX.find("party_org_coverage_rate").figure();
        assertThat(rate.isTooSmall(new BigDecimal("-0.1"))).isTrue();
        assertThat(rate.isTooSmall(BigDecimal.ZERO)).isFalse();
        assertThat(rate.isTooLarge(new BigDecimal("100.00"))).isFalse();
        assertThat(rate.isTooLarge(new BigDecimal("100.01"))).isTrue();
    }
}
