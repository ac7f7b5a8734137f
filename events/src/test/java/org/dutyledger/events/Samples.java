package org.dutyledger.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One event of every type, with every optional field filled. Frozen: the approved files hold their bytes. */
final class Samples {
    private static final String C = "330602-2021";

    private Samples() {}

    static List<DutyEvent> all() {
        return List.of(
                new CycleEvent.CycleOpenedV1(
                        C,
                        "330602",
                        "绍兴市越城区",
                        2021,
                        "zhejiang-county-2021",
                        "1",
                        "ab".repeat(32),
                        Instant.parse("2022-12-31T16:00:00Z")),
                new CycleEvent.CycleOpenedV2(
                        C,
                        "330602",
                        "绍兴市越城区",
                        2021,
                        "zhejiang-county-2021",
                        "1",
                        "ab".repeat(32),
                        Instant.parse("2022-12-31T16:00:00Z"),
                        List.of("1", "8", "preface")),
                new CycleEvent.CycleClosed(C, "复核结束"),
                new CycleEvent.OrganisationRegistered(C, "330602-czj", "越城区财政局", List.of("finance-bureau")),
                new CycleEvent.ReportIssuedV1(
                        C,
                        "r-1",
                        9007199254740993L,
                        "cd".repeat(32),
                        List.of(new CycleEvent.IssuedFile("report.html", "text/html", "ef".repeat(32), 123456))),
                new CycleEvent.ReportIssuedV2(
                        C,
                        "r-1",
                        9007199254740993L,
                        "ab".repeat(32),
                        "cd".repeat(32),
                        List.of(new CycleEvent.IssuedFile("report.html", "text/html", "ef".repeat(32), 123456))),
                new CycleEvent.ReportIssuedV3(
                        C,
                        "r-1",
                        9007199254740993L,
                        "ab".repeat(32),
                        "1",
                        "cd".repeat(32),
                        List.of(new CycleEvent.IssuedFile("report.html", "text/html", "ef".repeat(32), 123456))),
                new EvidenceEvent.IndicatorOpened(C, "8"),
                new EvidenceEvent.IndicatorLocked(C, "8"),
                new EvidenceEvent.FigureSubmitted(
                        C,
                        "8",
                        "general_public_budget_education",
                        "330602-czj",
                        "s-1",
                        new BigDecimal("18.87"),
                        "亿元",
                        "2021",
                        EvidenceEvent.Basis.REPORTED,
                        LocalDate.of(2021, 12, 31),
                        "决算数"),
                new EvidenceEvent.FigureCorrected(
                        C,
                        "20",
                        "satisfaction_teachers",
                        "330602-dsf",
                        "s-2",
                        new BigDecimal("8.980"),
                        "分",
                        "2021",
                        EvidenceEvent.Basis.REPORTED,
                        LocalDate.of(2021, 12, 31),
                        "复核",
                        new BigDecimal("8.890"),
                        "录入时数字颠倒"),
                new EvidenceEvent.FactSubmitted(
                        C, "7", "policy_paid_tutoring", "330602-jtj", "s-3", "《办法》", "2021", "试行"),
                new EvidenceEvent.FactCorrected(
                        C, "7", "policy_paid_tutoring", "330602-jtj", "s-4", "《处理办法》", "2021", "试行", "《办法》", "标题不全"),
                new EvidenceEvent.NarrativeSubmitted(C, "8", "8_text", "330602-czj", "s-5", "投入{{x}}亿元。\n“引号”\\"),
                new EvidenceEvent.NarrativeRevised(C, "8", "8_text", "330602-czj", "s-6", "投入{{x}}亿元。", "改写"),
                new EvidenceEvent.EvidenceAttached(
                        C, "8", "x", "330602-czj", "s-7", "12".repeat(32), "决算.pdf", "application/pdf", 1048576),
                new EvidenceEvent.ItemWithdrawn(C, "8", "x", "330602-czj", "s-8", "重复填报"),
                new EvidenceEvent.ItemReturned(C, "8", "x", "330602-czj", "s-9", "单位有误"),
                new EvidenceEvent.ItemAccepted(C, "8", "x", "330602-czj", "s-10"));
    }
}
