package org.dutyledger.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void chineseCharacters_takeTwoPlaces() {
        assertThat(Columns.width("ab")).isEqualTo(2);
        assertThat(Columns.width("合格")).isEqualTo(4);
        assertThat(Columns.width("（“双减”）")).isEqualTo(10);
    }

    @Test
    void columns_startAtTheSamePlace() {
        List<String> lines =
                new Columns().row("1", "合格", "x").row("12", "待填报", "y").lines(0);
        assertThat(lines).containsExactly("1   合格    x", "12  待填报  y");
    }

    @Test
    void longLines_areCutWithinTheWidth() {
        String cut = Columns.cut("履行教育职责", 7);
        assertThat(cut).isEqualTo("履行教…");
        assertThat(Columns.width(cut)).isLessThanOrEqualTo(7);
        assertThat(Columns.cut("short", 5)).isEqualTo("short");
        assertThat(new Columns().row("a", "理由".repeat(20)).lines(10))
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(10));
    }
}
