package org.dutyledger.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.FigureSpec.Kind;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Grading;
import org.dutyledger.indicators.Group;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.MeasureSpec;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.indicators.Range;
import org.dutyledger.indicators.Section;
import org.dutyledger.indicators.Unit;
import org.dutyledger.submission.framework.Catalogue;

/** A small framework: two indicators and a section, one item of each sort. */
public final class TestFrameworks {
    public static final Framework SMALL = new Framework(
            "small",
            "1",
            "小指标体系",
            2021,
            "f".repeat(64),
            Map.of("finance", "财政局", "education", "教体局"),
            new Grading("verdict-only", Map.of()),
            List.of(new Group(
                    1,
                    "投入",
                    List.of(
                            new Indicator(
                                    "1",
                                    "经费",
                                    null,
                                    List.of(
                                            number("budget", Unit.YI_YUAN, 2, false),
                                            number("growth", Unit.PERCENT, 1, true),
                                            text("claim", Kind.CLAIM)),
                                    List.of(new MeasureSpec(
                                            "budget_per_head",
                                            "生均",
                                            "budget",
                                            null,
                                            List.of("budget"),
                                            Unit.NONE,
                                            2,
                                            null)),
                                    List.of(),
                                    List.of(slot("story_1", 50))),
                            new Indicator(
                                    "2",
                                    "学校",
                                    null,
                                    List.of(
                                            number("schools", Unit.SCHOOL, 0, false),
                                            text("document", Kind.FACT),
                                            text("publish_date", Kind.FACT)),
                                    List.of(),
                                    List.of(),
                                    List.of())))),
            List.of(new Section(
                    "preface", "前言", List.of(number("ratio", Unit.NONE, 1, false)), List.of(slot("intro", 20)))));

    public static final Catalogue CATALOGUE = new Catalogue(SMALL);

    private TestFrameworks() {}

    private static FigureSpec number(String id, Unit unit, int decimals, boolean derived) {
        return new FigureSpec(
                id,
                id,
                Kind.NUMBER,
                unit,
                decimals,
                "2021",
                derived,
                Set.of("finance"),
                true,
                new Range(BigDecimal.ZERO, new BigDecimal("1000")),
                Range.ANY,
                false,
                null,
                false,
                List.of());
    }

    private static FigureSpec text(String id, Kind kind) {
        return new FigureSpec(
                id,
                id,
                kind,
                Unit.NONE,
                0,
                "2021",
                false,
                Set.of("finance"),
                true,
                Range.ANY,
                Range.ANY,
                false,
                null,
                id.endsWith("_date"),
                kind == Kind.CLAIM ? List.of("达到", "未达到") : List.of());
    }

    private static NarrativeSlot slot(String id, int maxLength) {
        return new NarrativeSlot(id, "", Set.of("finance", "education"), false, maxLength);
    }
}
