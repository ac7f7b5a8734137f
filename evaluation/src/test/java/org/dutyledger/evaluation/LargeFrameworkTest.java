package org.dutyledger.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.dutyledger.evaluation.sample.Frameworks;
import org.dutyledger.indicators.RuleSpec.Effect;
import org.dutyledger.indicators.Unit;
import org.junit.jupiter.api.Test;

/** Measures and rules that depend on one another in great number neither overflow the stack nor take for ever. */
class LargeFrameworkTest {

    @Test
    void rulesThatJoinMeasures_reachThemAll() {
        Frameworks frameworks = new Frameworks();
        for (int i = 0; i < 5_000; i++) {
            frameworks.number("f" + i, Unit.NONE, 0, true).measure("m" + i, "f" + i + " + 1", Unit.NONE, 0, "f" + i);
        }
        for (int i = 1; i < 5_000; i++) {
            String before = "m" + (i - 1);
            frameworks.rule("r" + i, before + " == m" + i, Effect.NOTE, "{{" + before + "}}", before, "m" + i);
        }
        CompiledFramework compiled =
                new CompiledFramework(frameworks.indicator("1", 1).build());
        assertThat(compiled.affectedBy("f4999")).containsExactly("1");
    }

    @Test
    void measuresOfTwoMeasuresEach_nameWhatTheyLackOnce() {
        Frameworks frameworks =
                new Frameworks().number("base", Unit.NONE, 0, false).number("m0", Unit.NONE, 0, false);
        frameworks.measure("m1", "base + m0", Unit.NONE, 0, "base", "m0");
        frameworks.measure("m2", "base + m1", Unit.NONE, 0, "base", "m1");
        for (int i = 3; i < 50; i++) {
            String one = "m" + (i - 1);
            String other = "m" + (i - 2);
            frameworks.measure("m" + i, one + " + " + other, Unit.NONE, 0, one, other);
        }
        Evaluator evaluator = new Evaluator(new CompiledFramework(frameworks
                .rule("last", "m49 > 0", Effect.NOTE, "{{m49}}", "m49")
                .indicator("1", 1)
                .build()));
        assertThat(evaluator.evaluate("c", "1", 0, new CurrentItems()).reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.text()).isEqualTo("缺少base、m0"));
    }
}
