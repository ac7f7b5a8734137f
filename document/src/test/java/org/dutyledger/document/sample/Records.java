package org.dutyledger.document.sample;

import static org.dutyledger.document.sample.EventScript.BUREAU;
import static org.dutyledger.document.sample.EventScript.CYCLE;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.events.CycleEvent.CycleClosed;
import org.dutyledger.events.CycleEvent.CycleOpenedV1;
import org.dutyledger.events.CycleEvent.OrganisationRegistered;
import org.dutyledger.events.CycleEvent.ReportIssuedV3;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.EvidenceEvent.EvidenceAttached;
import org.dutyledger.events.EvidenceEvent.FactCorrected;
import org.dutyledger.events.EvidenceEvent.FactSubmitted;
import org.dutyledger.events.EvidenceEvent.FigureCorrected;
import org.dutyledger.events.EvidenceEvent.FigureSubmitted;
import org.dutyledger.events.EvidenceEvent.IndicatorLocked;
import org.dutyledger.events.EvidenceEvent.ItemAccepted;
import org.dutyledger.events.EvidenceEvent.ItemReturned;
import org.dutyledger.events.EvidenceEvent.ItemWithdrawn;
import org.dutyledger.events.EvidenceEvent.NarrativeRevised;
import org.dutyledger.indicators.Framework;

/** Lists of events by name: such that no ledger of the suite records, and their neighbours, which one does. */
public final class Records {
    /** A framework in which every rule of the intake matters. */
    public static final byte[] FRAMEWORK_FILE = """
            framework: records
            version: "1"
            title: 记录
            year: 2021
            roles: {education-bureau: 教体局, finance-bureau: 财政局}
            grading: {scheme: verdict-only, weights: {}}
            groups:
              - title: 数据
                indicators:
                  - id: "1"
                    title: 数据
                    figures:
                      - {id: share, name: 占比, unit: "%", decimals: 2, min: -5.5, max: 100, plausibleMin: 0.5, plausibleMax: 90, submitters: [education-bureau]}
                      - {id: computed, name: 测算, unit: 人, derived: true, required: false, submitters: [education-bureau]}
                      - {id: ratio, name: 比, unit: "", decimals: 1, lowerBound: true, required: false, submitters: [education-bureau]}
                      - {id: claim, name: 声明, kind: CLAIM, words: [达到, 未达到], required: false, submitters: [education-bureau]}
                      - {id: title, name: 文件, kind: FACT, period: 2021学年, required: false, submitters: [education-bureau]}
                      - {id: published, name: 发布日期, kind: FACT, date: true, required: false, submitters: [education-bureau]}
                      - {id: budget, name: 预算, unit: 亿元, decimals: 2, required: false, submitters: [finance-bureau]}
                    narratives:
                      - {id: story, submitters: [education-bureau], maxLength: 40}
            sections: []
            """.getBytes(StandardCharsets.UTF_8);

    public static final ReportComputation COMPUTATION = ReportComputation.of(FRAMEWORK_FILE);

    private static final Framework FRAMEWORK = COMPUTATION.framework();
    /** Between the third event of a script and the fourth. */
    private static final Instant EARLY = Instant.parse("2022-03-01T08:02:30Z");

    private static final String OWN = "cycle/" + CYCLE;
    private static final String HASH = "0a".repeat(32);
    private final Map<String, EventScript> all = new LinkedHashMap<>();

    private Records() {}

    /** Lists that no ledger holds, each because of its last event but one or its last. */
    public static Map<String, EventScript> impossible() {
        Records records = new Records();
        records.impossibleCycles();
        records.impossibleItems();
        records.impossibleTexts();
        records.impossibleActs();
        return records.all;
    }

    /** Lists that a ledger may hold. */
    public static Map<String, EventScript> possible() {
        Records records = new Records();
        records.possibleCycles();
        records.possibleItems();
        records.possibleActs();
        return records.all;
    }

    private void impossibleCycles() {
        put("cycle-id", new EventScript(FRAMEWORK).add(OWN, opening("Cycle", "330602", "越城区", 2021, null)));
        bare("jurisdiction", s -> s.add(OWN, opening(CYCLE, "33060", "越城区", 2021, null)));
        bare("jurisdiction-without-a-name", s -> s.add(OWN, opening(CYCLE, "330602", "", 2021, null)));
        bare("jurisdiction-with-a-hidden-letter", s -> s.add(OWN, opening(CYCLE, "330602", "越城\u200b区", 2021, null)));
        bare("year-of-another-framework", s -> s.add(OWN, opening(CYCLE, "330602", "越城区", 2020, null)));
        bare(
                "deadline-long-ago",
                s -> s.add(OWN, opening(CYCLE, "330602", "越城区", 2021, Instant.parse("1989-01-01T00:00:00Z"))));
        bare("registered-before", s -> s.add(OWN, registered("a", "甲")).open());
        opened("second-opening", s -> s.add(OWN, opening(CYCLE, "330602", "越城区", 2021, null)));
        opened("organisation-id", s -> s.add(OWN, registered(".a", "甲", "education-bureau")));
        opened("organisation-without-a-name", s -> s.add(OWN, registered("a", "", "education-bureau")));
        opened("name-with-blanks-at-its-end", s -> s.add(OWN, registered("a", "甲 ", "education-bureau")));
        opened("commit-taken-up-again", s -> share(s, "7.25").inCommitOf(0).narrative("story", "好。"));
        opened("commit-of-two-causes", s -> share(s, "7.25").together().returned("share"));
        opened("fact-of-two-lines", s -> title(s, "《甲》\n《乙》"));
        opened("commit-of-two-times", s -> share(s, "7.25").inCommitOf(2).narrative("story", "好。"));
        opened("id-of-another-event", s -> share(s.withIdOf(0), "7.25"));
        opened("name-of-two-lines", s -> s.add(OWN, registered("a", "甲\n乙", "education-bureau")));
        opened("report-without-an-id", s -> s.add(OWN, issued("")));
        opened("report-of-another-id", s -> s.add(OWN, issued("国务院批准")));
        opened("report-issued-twice", s -> s.add(OWN, issued("r1")).add(OWN, issued("r1")));
        opened("name-too-long", s -> s.add(OWN, registered("a", "甲".repeat(101), "education-bureau")));
        opened("no-role", s -> s.add(OWN, registered("a", "甲")));
        opened("unknown-role", s -> s.add(OWN, registered("a", "甲", "governor")));
        opened("roles-out-of-order", s -> s.add(OWN, registered("a", "甲", "finance-bureau", "education-bureau")));
        opened("registered-as-it-is", s -> s.add(OWN, registered(BUREAU, "越城区教体局", "education-bureau")));
        opened("renamed-at-once", s -> s.together().add(OWN, registered(BUREAU, "甲", "education-bureau")));
        opened("closed-without-a-reason", s -> s.add(OWN, new CycleClosed(CYCLE, "")));
        closed("closed-twice", s -> s.add(OWN, new CycleClosed(CYCLE, "再次")));
        closed("registered-behind-the-closing", s -> s.add(OWN, registered("a", "甲", "education-bureau")));
        closed("submitted-behind-the-closing", s -> share(s, "7.25"));
        opened("locked-while-open", s -> s.item("share", new IndicatorLocked(CYCLE, "1")));
    }

    private void impossibleItems() {
        opened("unregistered-organisation", s -> s.item("share", figure("unknown", "share", "7.25", "%", "2021")));
        opened("organisation-registered-later", s -> s.item("share", figure("late", "share", "7.25", "%", "2021"))
                .add(OWN, registered("late", "甲", "education-bureau")));
        opened("item-of-another-role", s -> s.item("budget", figure(BUREAU, "budget", "7.25", "亿元", "2021")));
        opened("unit", s -> s.figure("share", "7.25", "", Basis.REPORTED));
        opened("text-for-a-number", s -> s.fact("share", "达到"));
        opened("narrative-for-a-fact", s -> s.narrative("title", "达到"));
        opened("fact-for-a-narrative", s -> s.fact("story", "达到"));
        opened("below-the-least", s -> share(s, "-5.51"));
        opened("above-the-most", s -> share(s, "100.01"));
        opened("too-many-decimals", s -> share(s, "7.255"));
        opened("too-few-decimals", s -> share(s, "7.2"));
        opened("declared-though-raw", s -> s.figure("share", "7.25", "%", Basis.DECLARED));
        opened("reported-though-derived", s -> s.figure("computed", "7", "人", Basis.REPORTED));
        opened("period-of-a-figure", s -> s.item("share", figure(BUREAU, "share", "7.25", "%", "2020")));
        opened("period-of-a-fact", s -> s.fact("title", "办法"));
        opened("day-far-from-the-year", s -> s.item("share", on("2015-12-31")));
        opened("day-to-come", s -> s.item("share", on("2022-03-02")));
        opened("note-too-long", s -> s.item("share", noted("注".repeat(1001))));
        opened("note-with-a-hidden-letter", s -> s.item("share", noted("注\u202e")));
        opened("file-hash", s -> s.item("share", file("0A".repeat(32), "a.pdf", "application/pdf", 1)));
        opened("file-name", s -> s.item("share", file(HASH, "", "application/pdf", 1)));
        opened("file-media-type", s -> s.item("share", file(HASH, "a.pdf", "pdf", 1)));
        opened("file-of-no-size", s -> s.item("share", file(HASH, "a.pdf", "application/pdf", 0)));
        opened("file-twice", s -> s.item("share", file(HASH, "a.pdf", "application/pdf", 1))
                .item("share", file(HASH, "b.pdf", "application/pdf", 2)));
    }

    private void impossibleTexts() {
        opened("word-that-is-not-allowed", s -> s.fact("claim", "达到。"));
        List.of(
                        "2022年2月30日",
                        "2021年2月29日",
                        "2022年13月",
                        "2022年03月",
                        "2022年3月1",
                        "2022-03-01",
                        "22年3月",
                        "三月",
                        "2022年3月1日。")
                .forEach(text -> opened("no-date " + text, s -> s.fact("published", text)));
        opened("empty-fact", s -> title(s, ""));
        opened("fact-with-a-tabulator", s -> title(s, "办\t法"));
        opened("fact-with-a-no-break-space", s -> title(s, "办\u00a0法"));
        opened("fact-too-long", s -> title(s, "长".repeat(2001)));
        opened("empty-narrative", s -> s.narrative("story", ""));
        opened("narrative-too-long", s -> s.narrative("story", "长".repeat(41)));
        opened("narrative-with-an-empty-line-at-its-end", s -> s.narrative("story", "好。\n"));
        opened("line-that-begins-with-a-blank", s -> s.narrative("story", "好。\n　好。"));
        opened("typed-number", s -> s.narrative("story", "提高5成。"));
        opened("typed-circled-number", s -> s.narrative("story", "共①类。"));
        opened("spelled-number", s -> s.narrative("story", "提高百分之十七。"));
        opened("unknown-placeholder", s -> s.narrative("story", "占{{shares}}%。"));
        opened("single-brace", s -> s.narrative("story", "占{share}。"));
        opened("placeholder-on-two-lines", s -> s.narrative("story", "占{{share\n}}。"));
        opened("placeholder-in-another-unit", s -> s.narrative("story", "占{{share}}万元。"));
        opened("magnitude-behind-a-number", s -> s.narrative("story", "投入{{budget}}万亿元。"));
        opened("placeholder-beside-a-letter", s -> s.narrative("story", "占l{{share}}%。"));
        opened("placeholder-beside-a-number", s -> s.narrative("story", "比{{ratio}}{{share}}。"));
        opened("sign-behind-a-unit", s -> s.narrative("story", "占{{share}}%/月。"));
        opened("unit-behind-a-pure-number", s -> s.narrative("story", "比{{ratio}}倍。"));
    }

    private void impossibleActs() {
        submitted("submitted-twice", s -> share(s, "8.25"));
        submitted("correction-of-another-value", s -> s.item("share", corrected("8.25", "7.26", "抄错")));
        submitted("correction-that-changes-nothing", s -> s.item("share", corrected("7.25", "7.25", "抄错")));
        submitted("correction-without-a-reason", s -> s.item("share", corrected("8.25", "7.25", "")));
        submitted("correction-of-what-was-accepted", s -> s.item("share", accepted())
                .item("share", corrected("8.25", "7.25", "抄错")));
        submitted("withdrawn-though-accepted", s -> s.item("share", accepted()).withdrawn("share"));
        submitted("withdrawn-twice", s -> s.withdrawn("share").withdrawn("share"));
        submitted("accepted-twice", s -> s.item("share", accepted()).item("share", accepted()));
        submitted("returned-twice", s -> s.returned("share").returned("share"));
        submitted(
                "returned-without-a-reason",
                s -> s.item("share", new ItemReturned(CYCLE, "1", "share", BUREAU, "r", "")));
        opened("correction-of-nothing", s -> s.item("share", corrected("8.25", "7.25", "抄错")));
        opened("revision-of-nothing", s -> s.item("story", revised("更好。")));
        opened("withdrawal-of-nothing", s -> s.withdrawn("share"));
        opened("acceptance-of-nothing", s -> s.item("share", accepted()));
        opened("return-of-nothing", s -> s.returned("share"));
        opened("withdrawn-without-a-reason", s -> share(s, "7.25")
                .item("share", new ItemWithdrawn(CYCLE, "1", "share", BUREAU, "s", "")));
        opened("revision-that-changes-nothing", s -> s.narrative("story", "好。").item("story", revised("好。")));
        opened("fact-correction-of-another-text", s -> title(s, "办法")
                .item("title", new FactCorrected(CYCLE, "1", "title", BUREAU, "s", "规定", "2021学年", null, "细则", "更名")));
        opened("more-files-than-an-item-may-have", s -> files(s, 201));
        opened("long-before-the-event-before", s -> share(s.at("2022-03-01T07:00:59Z"), "7.25"));
        opened("in-another-century", s -> share(s.at("2200-01-01T00:00:00Z"), "7.25"));
        bare("opened-in-another-century", s -> s.at("1999-12-31T23:59:59Z").open());
        late("first-submission-after-the-deadline", s -> s.narrative("story", "好。"));
        late("file-behind-the-answer-to-a-return", s -> s.returned("share")
                .item("share", corrected("8.25", "7.25", "抄错"))
                .item("share", file(HASH, "a.pdf", "application/pdf", 1)));
        late("file-after-the-deadline", s -> s.item("share", file(HASH, "a.pdf", "application/pdf", 1)));
    }

    private void possibleCycles() {
        opened("nothing-but-an-opening", EventScript::last);
        bare("longer-jurisdiction", s -> s.add(OWN, opening(CYCLE, "330602001", "甲".repeat(100), 2021, null)));
        opened("renamed", s -> s.add(OWN, registered(BUREAU, "教育局", "education-bureau")));
        opened("role-that-was-taken-back", s -> share(s.add(OWN, registered(BUREAU, "教育局", "finance-bureau")), "7.25"));
        opened("two-roles", s -> s.add(OWN, registered("a", "甲", "education-bureau", "finance-bureau")));
        opened("two-reports", s -> s.add(OWN, issued("r1")).add(OWN, issued("r2")));
        closed("issued-behind-the-closing", s -> s.add(OWN, issued("r1")));
        closed("locked-with-the-closing", s -> s.item("share", new IndicatorLocked(CYCLE, "1")));
    }

    private void possibleItems() {
        opened("the-least", s -> share(s, "-5.50"));
        opened("the-most", s -> share(s, "100.00"));
        opened("at-least-of-a-raw-figure", s -> s.figure("share", "7.25", "%", Basis.AT_LEAST));
        opened("declared-and-derived", s -> s.figure("computed", "7", "人", Basis.DECLARED));
        opened("day-that-has-begun-in-china", s -> s.item("share", on("2022-03-01")));
        opened("longest-note", s -> s.item("share", noted("注".repeat(1000))));
        opened("word", s -> s.fact("claim", "未达到"));
        List.of("2022年", "2022年3月", "2022年3月1日", "2024年2月29日", "2022年12月31日")
                .forEach(text -> opened("date " + text, s -> s.fact("published", text)));
        opened("fact-with-numbers", s -> title(s, "《办法(试行)》〔2021〕5号 {第3版}"));
        opened("longest-fact", s -> title(s, "𠮷".repeat(2000)));
        opened("longest-narrative", s -> s.narrative("story", "长".repeat(38) + "\n。"));
        opened("placeholders", s -> s.narrative("story", "{{title}}：占{{ share }}%、{{budget}}。"));
        opened("lower-bound", s -> s.narrative("story", "比{{ratio}}余，\n{{ratio}}。"));
        opened("typed-date-and-document", s -> s.narrative("story", "①自2021年9月1日起按教基〔2021〕43号做好5+2服务。"));
        opened("counted-in-another-word", s -> s.narrative("story", "{{computed}}位教师,好。"));
        opened("two-files", s -> s.item("share", file(HASH, "a.pdf", "application/pdf", 1))
                .item("share", file("0b".repeat(32), "𠮷".repeat(255), "a/b", Long.MAX_VALUE)));
    }

    private void possibleActs() {
        submitted("corrected", s -> s.item("share", corrected("8.25", "7.25", "抄错")));
        submitted("withdrawn-and-submitted", s -> share(s.withdrawn("share"), "7.25"));
        submitted(
                "accepted-returned-corrected",
                s -> s.item("share", accepted()).returned("share").item("share", corrected("8.25", "7.25", "抄错")));
        submitted(
                "same-value-answers-a-return", s -> s.returned("share").item("share", corrected("7.25", "7.25", "无误")));
        submitted("file-for-what-was-accepted", s -> s.item("share", accepted())
                .item("share", file(HASH, "a.pdf", "application/pdf", 1)));
        opened("revised", s -> s.narrative("story", "好。").item("story", revised("更好。")));
        opened("fact-corrected", s -> title(s, "办法")
                .item("title", new FactCorrected(CYCLE, "1", "title", BUREAU, "s", "规定", "2021学年", null, "办法", "更名")));
        late("corrected-after-the-deadline", s -> s.item("share", corrected("8.25", "7.25", "抄错")));
        late("submitted-again-after-the-deadline", s -> share(s.withdrawn("share"), "7.25"));
        opened("as-many-files-as-an-item-may-have", s -> files(s, 200));
        opened("by-a-clock-that-is-slow", s -> share(s.at("2022-03-01T07:01:00Z"), "7.25"));
        // the intake judges both by how the item was before
        late("correction-and-file-answer-a-return", s -> s.returned("share")
                .item("share", corrected("8.25", "7.25", "抄错"))
                .together()
                .item("share", file(HASH, "a.pdf", "application/pdf", 1)));
        late("file-for-what-was-returned", s -> s.returned("share")
                .item("share", file(HASH, "a.pdf", "application/pdf", 1)));
    }

    private void bare(String name, Consumer<EventScript> change) {
        EventScript script = new EventScript(FRAMEWORK);
        change.accept(script);
        put(name, script);
    }

    private void opened(String name, Consumer<EventScript> change) {
        bare(name, script -> change.accept(script.open()));
    }

    private void closed(String name, Consumer<EventScript> change) {
        opened(name, script -> change.accept(script.add(OWN, new CycleClosed(CYCLE, "结束"))));
    }

    private void submitted(String name, Consumer<EventScript> change) {
        opened(name, script -> change.accept(share(script, "7.25")));
    }

    /** The share is submitted at the last moment. */
    private void late(String name, Consumer<EventScript> change) {
        bare(name, script -> {
            script.add(OWN, opening(CYCLE, "330602", "越城区", 2021, EARLY));
            script.add(OWN, registered(BUREAU, "越城区教体局", "education-bureau"));
            change.accept(share(script, "7.25"));
        });
    }

    private void put(String name, EventScript script) {
        if (all.put(name, script) != null) {
            throw new IllegalStateException(name + " comes twice");
        }
    }

    private static CycleOpenedV1 opening(String cycle, String jurisdiction, String name, int year, Instant deadline) {
        return new CycleOpenedV1(
                cycle, jurisdiction, name, year, FRAMEWORK.id(), FRAMEWORK.version(), FRAMEWORK.sha256(), deadline);
    }

    private static OrganisationRegistered registered(String id, String name, String... roles) {
        return new OrganisationRegistered(CYCLE, id, name, List.of(roles));
    }

    private static ReportIssuedV3 issued(String report) {
        return new ReportIssuedV3(CYCLE, report, 1, HASH, "2", HASH, List.of());
    }

    private static EventScript share(EventScript script, String value) {
        return script.figure("share", value, "%", Basis.REPORTED);
    }

    private static EventScript title(EventScript script, String text) {
        return script.item("title", new FactSubmitted(CYCLE, "1", "title", BUREAU, "s", text, "2021学年", null));
    }

    private static FigureSubmitted figure(String organisation, String item, String value, String unit, String period) {
        return new FigureSubmitted(
                CYCLE, "1", item, organisation, "s", new BigDecimal(value), unit, period, Basis.REPORTED, null, null);
    }

    private static FigureSubmitted on(String day) {
        return new FigureSubmitted(
                CYCLE,
                "1",
                "share",
                BUREAU,
                "s",
                new BigDecimal("7.25"),
                "%",
                "2021",
                Basis.REPORTED,
                LocalDate.parse(day),
                null);
    }

    private static FigureSubmitted noted(String note) {
        return new FigureSubmitted(
                CYCLE, "1", "share", BUREAU, "s", new BigDecimal("7.25"), "%", "2021", Basis.REPORTED, null, note);
    }

    private static FigureCorrected corrected(String value, String previous, String reason) {
        return new FigureCorrected(
                CYCLE,
                "1",
                "share",
                BUREAU,
                "s",
                new BigDecimal(value),
                "%",
                "2021",
                Basis.REPORTED,
                null,
                null,
                new BigDecimal(previous),
                reason);
    }

    private static NarrativeRevised revised(String text) {
        return new NarrativeRevised(CYCLE, "1", "story", BUREAU, "s", text, "改写");
    }

    private static ItemAccepted accepted() {
        return new ItemAccepted(CYCLE, "1", "share", BUREAU, "r");
    }

    private static void files(EventScript script, int count) {
        for (int i = 0; i < count; i++) {
            script.item(
                    "share",
                    new EvidenceAttached(
                            CYCLE, "1", "share", BUREAU, "s" + i, "%064x".formatted(i), "a.pdf", "application/pdf", 1));
        }
    }

    private static EvidenceAttached file(String sha256, String name, String mediaType, long size) {
        return new EvidenceAttached(CYCLE, "1", "share", BUREAU, "s", sha256, name, mediaType, size);
    }
}
