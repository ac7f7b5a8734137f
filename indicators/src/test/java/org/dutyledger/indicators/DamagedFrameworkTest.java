package org.dutyledger.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.indicators.SmallFramework.SOUND;
import static org.dutyledger.indicators.SmallFramework.problems;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Any damage to a framework is reported by line; the reader itself never fails. */
class DamagedFrameworkTest {
    private static final List<String> LINES = SOUND.lines().toList();

    @Property(tries = 300)
    void lostLine_isNoAccident(@ForAll @IntRange(max = 31) int lost) {
        List<String> lines = new ArrayList<>(LINES);
        lines.remove(Math.min(lost, lines.size() - 1));
        assertThat(problems(String.join("\n", lines))).allMatch(DamagedFrameworkTest::namesALine);
    }

    @Property(tries = 500)
    void wrongLetter_isNoAccident(@ForAll @IntRange(max = 2500) int place, @ForAll @AlphaChars char letter) {
        StringBuilder yaml = new StringBuilder(SOUND);
        yaml.setCharAt(Math.min(place, yaml.length() - 1), letter);
        assertThat(problems(yaml.toString())).allMatch(DamagedFrameworkTest::namesALine);
    }

    @Property(tries = 200)
    void anyText_isNoAccident(@ForAll String text) {
        assertThat(problems(text)).isNotEmpty().allMatch(DamagedFrameworkTest::namesALine);
    }

    /** Weights are decimals: a third, a third and a third are not one. */
    @Property
    void weights_mustSumToOne_exactly(@ForAll @Size(2) List<@IntRange(max = 1000) Integer> thousandths) {
        BigDecimal first = BigDecimal.valueOf(thousandths.get(0), 3);
        BigDecimal second = BigDecimal.valueOf(thousandths.get(1), 3);
        String yaml = SmallFramework.with("\"1\": 0.4, \"2\": 0.6", "\"1\": " + first + ", \"2\": " + second);
        boolean one = first.add(second).compareTo(BigDecimal.ONE) == 0;
        assertThat(problems(yaml).isEmpty()).isEqualTo(one);
    }

    private static boolean namesALine(String problem) {
        return problem.matches("(?s)\\d+: \\S.*");
    }
}
