package org.dutyledger.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    @Test
    void symbols_areThoseOfTheReport() {
        assertThat(Unit.of("万元")).contains(Unit.WAN_YUAN);
        assertThat(Unit.of("位")).contains(Unit.PERSON_POLITE);
        assertThat(Unit.of("")).contains(Unit.NONE);
    }

    @Test
    void compoundOfMagnitudes_isNoUnit() {
        assertThat(Unit.of("亿万元")).isEmpty();
    }

    @Test
    void wordsForPeople_areOneUnit_moneyOfTwoMagnitudesIsNot() {
        assertThat(Unit.PERSON.addableTo(Unit.PERSON_NAMED)).isTrue();
        assertThat(Unit.PERSON.addableTo(Unit.PIECE)).isTrue();
        assertThat(Unit.SCHOOL.addableTo(Unit.PERSON)).isFalse();
        assertThat(Unit.WAN_YUAN.addableTo(Unit.YI_YUAN)).isFalse();
        assertThat(Unit.POINT.addableTo(Unit.PIECE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "亿元, 亿元。, true",
        "亿元, 亿万元, false",
        "亿元, 万元, false",
        "亿元, 元, false",
        "万元, 万元/年, true",
        "人, 人次, false",
        "人, 位区领导, true",
        "人, 名教师, true",
        "人, 万人, false",
        "人, 个, false",
        "元/生·年, 元, true",
        "元/生·年, 元/生·年，, true",
        "%, %；, true",
        "%, 个百分点, false",
        "%, '', false",
        "'', '。', false",
        "'', 万, false"
    })
    void textBehindANumber_givesItsUnit(String unit, String text, boolean same) {
        assertThat(Unit.of(unit).orElseThrow().givenBy(text).isPresent()).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "亿元, 亿万元, true",
        "亿元, 万元, true",
        "亿元, 。, false",
        "亿元, '', false",
        "亿元, （预算）, false",
        "人, 人次, true",
        "人, 万人, true",
        "家, 余家, true",
        "%, 个百分点, true",
        "'', %, true",
        "'', 。, false"
    })
    void textBehindANumber_contradictsItsUnit(String unit, String text, boolean contradicts) {
        assertThat(Unit.of(unit).orElseThrow().contradicts(text)).isEqualTo(contradicts);
    }

    @Property
    void everySymbol_namesItsUnit(@ForAll Unit unit) {
        assertThat(Unit.of(unit.symbol())).contains(unit);
    }

    @Property
    void addable_isReflexiveAndSymmetric(@ForAll Unit a, @ForAll Unit b) {
        assertThat(a.addableTo(a)).isTrue();
        assertThat(a.addableTo(b)).isEqualTo(b.addableTo(a));
    }

    @Property
    void noUnit_isMoneyAndCount(@ForAll Unit unit) {
        assertThat(unit.money() && unit.counts()).isFalse();
    }
}
