package org.dutyledger.evaluation.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Grading;
import org.dutyledger.indicators.Group;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.MeasureSpec;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.indicators.Range;
import org.dutyledger.indicators.RuleSpec;
import org.dutyledger.indicators.Section;
import org.dutyledger.indicators.Unit;

/** Small frameworks for tests, built by hand. */
public final class Frameworks {
    public static final String SHA = "ab".repeat(32);
    private final List<FigureSpec> figures = new ArrayList<>();
    private final List<MeasureSpec> measures = new ArrayList<>();
    private final List<RuleSpec> rules = new ArrayList<>();
    private final List<NarrativeSlot> slots = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private Map<String, java.math.BigDecimal> weights = Map.of();

    /** Two groups; indicator 17 with the training bodies of 2021, indicator 18 with a claim and a narrative. */
    public static Framework training() {
        return new Frameworks()
                .number("kept", Unit.HOUSEHOLD, 0, true)
                .number("removed", Unit.HOUSEHOLD, 0, true)
                .derived("training_reduction_rate", Unit.PERCENT, 1)
                .measure("training_bodies_total", "kept + removed", Unit.HOUSEHOLD, 0, "kept", "removed")
                .measure(
                        "training_reduction_rate",
                        "removed / training_bodies_total * 100",
                        Unit.PERCENT,
                        1,
                        "removed",
                        "training_bodies_total")
                .rule(
                        "reduction",
                        "training_reduction_rate >= 80",
                        RuleSpec.Effect.FAIL,
                        "压减率 {{training_reduction_rate}}% 应不低于 80%",
                        "training_reduction_rate")
                .indicator("17", 1)
                .claim("fair_admission", true)
                .slot("n18", true)
                .rule(
                        "fair",
                        "fair_admission == \"符合\"",
                        RuleSpec.Effect.BASIC_PASS,
                        "规范招生：{{fair_admission}}",
                        "fair_admission")
                .rule("few", "removed < 100", RuleSpec.Effect.NOTE, "注销 {{removed}}家", "removed")
                .indicator("18", 2)
                .build();
    }

    public Frameworks number(String id, Unit unit, int decimals, boolean required) {
        return figure(id, FigureSpec.Kind.NUMBER, unit, decimals, false, required);
    }

    /** A required number with the values that are usual for it. */
    public Frameworks plausible(String id, Unit unit, int decimals, Range plausible) {
        return figure(id, FigureSpec.Kind.NUMBER, unit, decimals, false, true, plausible);
    }

    public Frameworks derived(String id, Unit unit, int decimals) {
        return figure(id, FigureSpec.Kind.NUMBER, unit, decimals, true, true);
    }

    public Frameworks claim(String id, boolean required) {
        return figure(id, FigureSpec.Kind.CLAIM, Unit.NONE, 0, false, required);
    }

    public Frameworks slot(String id, boolean required) {
        slots.add(new NarrativeSlot(id, "", Set.of("school"), required, 1000));
        return this;
    }

    public Frameworks measure(String id, String expression, Unit unit, int decimals, String... inputs) {
        measures.add(new MeasureSpec(id, id, expression, null, List.of(inputs), unit, decimals, null));
        return this;
    }

    /** A rule that prints this text when it holds, and the same behind 未达到： when it does not. */
    public Frameworks rule(String id, String expression, RuleSpec.Effect effect, String text, String... inputs) {
        rules.add(new RuleSpec(
                id,
                expression,
                List.of(inputs),
                effect,
                false,
                "threshold",
                text,
                "未达到：" + text,
                "文号",
                RuleSpec.Certainty.HIGH));
        return this;
    }

    /** The last measure applies under a condition only. */
    public Frameworks appliesIf(String condition) {
        MeasureSpec last = measures.remove(measures.size() - 1);
        measures.add(new MeasureSpec(
                last.id(),
                last.name(),
                last.expression(),
                condition,
                last.inputs(),
                last.unit(),
                last.decimals(),
                last.source()));
        return this;
    }

    /** The last rule keeps the verdict open while it cannot be judged. */
    public Frameworks decisive() {
        RuleSpec last = rules.remove(rules.size() - 1);
        rules.add(new RuleSpec(
                last.id(),
                last.expression(),
                last.inputs(),
                last.effect(),
                true,
                last.check(),
                last.met(),
                last.unmet(),
                last.source(),
                last.certainty()));
        return this;
    }

    public Frameworks weights(Map<String, java.math.BigDecimal> newWeights) {
        weights = newWeights;
        return this;
    }

    /** Ends an indicator: everything given since the last one belongs to it. */
    public Frameworks indicator(String id, int group) {
        Indicator indicator = new Indicator(id, "指标" + id, null, figures, measures, rules, slots);
        List<Indicator> members = new ArrayList<>();
        groups.removeIf(g -> g.number() == group && members.addAll(g.indicators()));
        members.add(indicator);
        groups.add(new Group(group, "组" + group, members));
        figures.clear();
        measures.clear();
        rules.clear();
        slots.clear();
        return this;
    }

    public Framework build() {
        Section results = new Section(
                "results", "工作成效", List.of(), List.of(new NarrativeSlot("s1", "", Set.of("bureau"), true, 99)));
        return new Framework(
                "test",
                "1",
                "测试",
                2021,
                SHA,
                Map.of("school", "学校", "bureau", "教体局"),
                new Grading("test", weights),
                groups,
                List.of(results));
    }

    private Frameworks figure(
            String id, FigureSpec.Kind kind, Unit unit, int decimals, boolean derived, boolean required) {
        return figure(id, kind, unit, decimals, derived, required, Range.ANY);
    }

    private Frameworks figure(
            String id,
            FigureSpec.Kind kind,
            Unit unit,
            int decimals,
            boolean derived,
            boolean required,
            Range plausible) {
        figures.add(new FigureSpec(
                id,
                id,
                kind,
                unit,
                decimals,
                "2021",
                derived,
                Set.of("bureau"),
                required,
                Range.ANY,
                plausible,
                false,
                null,
                false,
                List.of()));
        return this;
    }
}
