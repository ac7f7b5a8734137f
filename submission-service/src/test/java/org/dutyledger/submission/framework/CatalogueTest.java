package org.dutyledger.submission.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.TestFrameworks.CATALOGUE;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.dutyledger.indicators.Unit;
import org.dutyledger.indicators.item.FrameworkIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    @Test
    void anItem_isFoundWithItsHolderAndSubmitters() {
        assertThat(CATALOGUE.find("budget")).satisfies(entry -> {
            assertThat(entry.holder()).isEqualTo("1");
            assertThat(entry.figure()).isNotNull();
            assertThat(entry.submitters()).containsExactly("finance");
        });
        assertThat(CATALOGUE.find("intro")).satisfies(entry -> {
            assertThat(entry.holder()).isEqualTo("preface");
            assertThat(entry.slot()).isNotNull();
            assertThat(entry.submitters()).contains("education");
        });
        assertThat(CATALOGUE.find("nothing")).isNull();
    }

    @Test
    void figuresAndMeasures_arePlaceholders_narrativesAreNot() {
        assertThat(CATALOGUE.index().placeholder("budget"))
                .isEqualTo(new FrameworkIndex.Placeholder(Unit.YI_YUAN, false));
        assertThat(CATALOGUE.index().placeholder("budget_per_head")).isNotNull();
        assertThat(CATALOGUE.index().placeholder("ratio")).isNotNull();
        assertThat(CATALOGUE.index().placeholder("intro")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"budgett,budget", "bugdet,budget", "school,schools", "claims,claim", "zzzzzz,", "x,"})
    void aMistypedId_hasANearOne(String typed, String near) {
        assertThat(CATALOGUE.nearest(typed)).isEqualTo(near);
    }

    @Test
    void aMegabyteOfId_hasNone() {
        assertThat(CATALOGUE.nearest("b".repeat(1_000_000))).isNull();
    }

    @Property(tries = 300)
    void distance_isSymmetricAndBounded(
            @ForAll @AlphaChars @StringLength(max = 12) String a,
            @ForAll @AlphaChars @StringLength(max = 12) String b) {
        int distance = EditDistance.between(a, b, 99);
        assertThat(distance).isEqualTo(EditDistance.between(b, a, 99));
        assertThat(distance).isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
        assertThat(distance == 0).isEqualTo(a.equals(b));
        assertThat(EditDistance.between(a, a + "x", 99)).isEqualTo(1);
    }
}
