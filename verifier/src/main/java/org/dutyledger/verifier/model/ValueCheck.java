package org.dutyledger.verifier.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dutyledger.verifier.check.Envelope;
import org.dutyledger.verifier.check.Issue;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.finding.Text;
import org.dutyledger.verifier.json.JsonObject;
import org.dutyledger.verifier.json.MalformedJsonException;
import org.dutyledger.verifier.model.Model.About;
import org.dutyledger.verifier.model.Model.SetBy;
import org.dutyledger.verifier.model.Model.Source;

/** Whether every value of the model is what its event says, and every number of the body its row's value. */
public final class ValueCheck {
    private final Model model;
    private final Evidence evidence;
    private final Map<String, Source> rows = new HashMap<>();
    private final Set<String> sound = new HashSet<>();

    private ValueCheck(Model model, Evidence evidence) {
        this.model = model;
        this.evidence = evidence;
        model.sources().forEach(s -> {
            if (rows.put(s.id(), s) != null) {
                throw broken(s, "编号重复", "the id is there twice");
            }
        });
    }

    /**
     * Checks all values.
     *
     * @param events of the streams, in order
     * @throws DoesNotHold naming the first that does not come from its event
     */
    public static Text of(Model model, Issue issue, List<Envelope> events) {
        requireIssued(model.about(), issue);
        try {
            ValueCheck check = new ValueCheck(model, new Evidence(events));
            check.requireAbout();
            check.requireStreams();
            model.sources().forEach(check::row);
            check.requireAll();
            long numbers = BodyCheck.of(model, check.rows);
            NarrativeCheck.of(model, check.evidence, check.rows);
            return Text.of(
                    "附件1 的 %s 个值都与设定它的事件一致，无一遗漏；正文的 %s 处数字和引文都与附件1 一致，文字材料与填报的一致",
                    "the %s values of annex 1 are what their events say, and none is left out; the %s numbers and quotations of the"
                            + " body are those of annex 1, and its texts are those that were submitted",
                    model.sources().size(),
                    numbers);
        } catch (MalformedJsonException e) {
            throw new DoesNotHold(
                    Code.VALUE_NOT_FROM_EVENT, "事件缺少应有的内容：%s", "an event lacks what it must say: %s", e.text());
        }
    }

    private static void requireIssued(About about, Issue issue) {
        if (!about.cycle().equals(issue.cycle()) || about.upToPosition() != issue.upToPosition()) {
            throw new DoesNotHold(
                    Code.ISSUED_EVENT,
                    "报告模型写的是周期 %s、截至序号 %s，%s签发的却是周期 %s、截至序号 %s",
                    "the model speaks of cycle %s up to %s, but %s issued cycle %s up to %s",
                    about.cycle(),
                    about.upToPosition(),
                    issue.event().describe(),
                    issue.cycle(),
                    issue.upToPosition());
        }
    }

    private void requireAbout() {
        About about = model.about();
        JsonObject opened = evidence.opening()
                .orElseThrow(
                        () -> new DoesNotHold(Code.VALUE_NOT_FROM_EVENT, "证明包里没有周期的开启事件", "no event opened the cycle"))
                .payload();
        frame("jurisdiction", about.jurisdiction(), opened.text("jurisdiction"));
        frame("jurisdictionName", about.jurisdictionName(), opened.text("jurisdictionName"));
        frame("year", about.year(), opened.number("year"));
        frame("framework", about.framework(), opened.text("framework"));
        frame("frameworkVersion", about.frameworkVersion(), opened.text("frameworkVersion"));
        frame("frameworkSha256", about.frameworkSha256(), opened.text("frameworkSha256"));
        if (!sameTime(about.asOf(), evidence.lastTime())) {
            frame("asOf", about.asOf(), evidence.lastTime());
        }
    }

    private static void frame(String member, String written, String recorded) {
        if (!written.equals(recorded)) {
            throw new DoesNotHold(
                    Code.VALUE_NOT_FROM_EVENT,
                    "报告模型的 %s 写 %s，账本为 %s",
                    "the model's %s is %s, but the ledger says %s",
                    member,
                    written,
                    recorded);
        }
    }

    /** A stream that is left out as a whole is one of which the report cannot tell anything. */
    private void requireStreams() {
        Stream.of(
                        model.body().stream().map(Model.Paragraph::holder),
                        model.sources().stream().map(Source::holder),
                        model.results().stream().map(Model.Result::indicator))
                .flatMap(holders -> holders)
                .filter(holder -> !holder.isEmpty() && !evidence.knows(holder))
                .findFirst()
                .ifPresent(holder -> {
                    throw new DoesNotHold(
                            Code.VALUE_NOT_FROM_EVENT,
                            "报告写到“%s”，证明包里却没有它的序列",
                            "the report tells of '%s', but the bundle has no stream of it",
                            holder);
                });
    }

    /** Annex 1 has every value that stands, also what the body does not print. */
    private void requireAll() {
        Set<Long> told = model.sources().stream()
                .flatMap(row -> Optional.ofNullable(row.event()).stream())
                .map(SetBy::position)
                .collect(Collectors.toSet());
        evidence.standing().stream()
                .filter(event -> !told.contains(event.position()))
                .findFirst()
                .ifPresent(event -> {
                    throw new DoesNotHold(
                            Code.VALUE_NOT_FROM_EVENT,
                            "附件1 没有“%s”的值：%s",
                            "annex 1 lacks the value of '%s': %s",
                            event.payload().text("item"),
                            event.describe());
                });
    }

    private void row(Source row) {
        SetBy by = row.event();
        if ((by == null) == (row.computation() == null)) {
            throw broken(row, "应有且只有事件或测算之一", "it must have an event or a computation, and not both");
        }
        if (by == null) {
            ComputedRow.check(row, rows, sound);
            return;
        }
        Envelope event = evidence.at(by.position())
                .orElseThrow(() -> broken(
                        row, "所指序号 %s 不在证明包里", "position %s, which it names, is not in the bundle", by.position()));
        differ(row, event, "事件编号", "event id", by.eventId(), event.id());
        if (!sameTime(by.recordedAt(), event.time())) {
            differ(row, event, "记录时间", "time of recording", by.recordedAt(), event.time());
        }
        if (row.origin().equals("CYCLE")) {
            differ(row, event, "类型", "type", "cycle.opened", event.is("cycle.opened") ? "cycle.opened" : event.type());
            String year = event.payload().number("year");
            differ(row, event, "值", "value", row.value(), year);
            differ(row, event, "单位", "unit", row.unit(), "年");
            differ(row, event, "时期", "period", row.period(), year);
        } else {
            item(row, by, event);
        }
    }

    private void item(Source row, SetBy by, Envelope event) {
        JsonObject payload = event.payload();
        differ(row, event, "数据项", "item", row.item(), payload.text("item"));
        differ(row, event, "指标", "indicator", row.holder(), payload.text("indicator"));
        String organisation = evidence.nameOf(payload.text("organisation"));
        differ(row, event, "填报单位", "organisation", by.organisation(), organisation);
        boolean fact = row.origin().equals("FACT");
        String said = payload.text(fact ? "text" : "value");
        if (fact ? !Width.same(row.value(), said) : !Decimals.same(row.value(), said)) {
            differ(row, event, "值", "value", row.value(), said);
            throw broken(row, "值“%s”不是数字", "the value '%s' is no number", row.value());
        }
        differ(row, event, "单位", "unit", row.unit(), fact ? "" : payload.text("unit"));
        if (!fact) {
            differ(row, event, "来源", "origin", row.origin(), payload.text("basis"));
        }
        differ(row, event, "时期", "period", row.period(), payload.text("period"));
        if (!evidence.stands(event)) {
            throw broken(
                    row,
                    "%s设定的值后来被更正或撤回，不应再用",
                    "the value set by %s was corrected or withdrawn later and must not be used",
                    event.describe());
        }
    }

    private static void differ(Source row, Envelope event, String zh, String en, String written, String recorded) {
        if (!written.equals(recorded)) {
            throw broken(
                    row,
                    "%1$s写 %3$s，账本为 %4$s（%5$s）",
                    "its %2$s is %3$s, but the ledger says %4$s (%5$s)",
                    zh,
                    en,
                    written,
                    recorded,
                    event.describe());
        }
    }

    static DoesNotHold broken(Source row, String zh, String en, Object... arguments) {
        return new DoesNotHold(
                Code.VALUE_NOT_FROM_EVENT,
                "%s（%s，%s）：%s",
                "%s (%s, %s): %s",
                row.id(),
                row.place(),
                row.name(),
                Text.of(zh, en, arguments));
    }

    private static boolean sameTime(String one, String other) {
        try {
            return Instant.parse(one).equals(Instant.parse(other));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
