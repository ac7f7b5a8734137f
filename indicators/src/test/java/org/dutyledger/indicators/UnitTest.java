package org.dutyledger.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

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
