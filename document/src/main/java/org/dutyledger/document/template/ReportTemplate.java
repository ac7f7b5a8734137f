package org.dutyledger.document.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.document.state.CycleState.Item;
import org.dutyledger.document.state.CycleState.Opening;
import org.dutyledger.document.template.Narrative.Filled;
import org.dutyledger.document.template.PrintedValues.Value;
import org.dutyledger.document.template.ReportModel.About;
import org.dutyledger.document.template.ReportModel.Kind;
import org.dutyledger.document.template.ReportModel.Origin;
import org.dutyledger.document.template.ReportModel.Paragraph;
import org.dutyledger.document.template.ReportModel.Run;
import org.dutyledger.document.template.ReportModel.Style;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Group;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.indicators.Section;
import org.dutyledger.indicators.Unit;
import org.dutyledger.indicators.text.Punctuation;

/** The form of the self-evaluation report: order and titles of its parts. */
public final class ReportTemplate {
    private static final String PREFACE = "preface";
    // “20余”: the sign of a lower bound, unless the sentence has it already
    private static final String AT_LEAST = "余";
    private final Framework framework;
    private final CycleState state;
    private final Opening opening;
    private final PrintedValues values;
    private final SourceRegister sources;
    private final List<Paragraph> body = new ArrayList<>();

    private ReportTemplate(
            Framework framework, CycleState state, Opening opening, Map<String, IndicatorEvaluated> evaluations) {
        this.framework = framework;
        this.state = state;
        this.opening = opening;
        this.values = new PrintedValues(framework, state, evaluations);
        this.sources = new SourceRegister(state, values);
    }

    /**
     * The report of an opened cycle.
     *
     * @param evaluations one of every indicator, as of the state's position
     * @throws IllegalArgumentException when the cycle has not opened, or an evaluation is missing
     */
    public static ReportModel model(
            Framework framework, CycleState state, Map<String, IndicatorEvaluated> evaluations) {
        Opening opening = state.opening();
        if (opening == null) {
            throw new IllegalArgumentException("cycle " + state.cycle() + " has not opened at " + state.upTo());
        }
        ReportTemplate template = new ReportTemplate(framework, state, opening, evaluations);
        template.writeBody();
        return new ReportModel(
                template.about(),
                template.body,
                template.sources.complete(framework),
                Results.of(framework, evaluations));
    }

    private void writeBody() {
        title();
        for (Section section : framework.sections()) {
            if (section.id().equals(PREFACE)) {
                slots(section, section.slots());
            }
        }
        int part = 1;
        heading(Style.PART, "section-indicators", "", Numerals.of(part) + "、自查情况");
        for (Group group : framework.groups()) {
            heading(
                    Style.GROUP,
                    "group-" + group.number(),
                    "",
                    "（" + Numerals.of(group.number()) + "）" + Punctuation.normalise(group.title()));
            group.indicators().forEach(this::indicator);
        }
        for (Section section : framework.sections()) {
            if (!section.id().equals(PREFACE)) {
                part++;
                heading(
                        Style.PART,
                        "section-" + section.id(),
                        section.id(),
                        Numerals.of(part) + "、" + Punctuation.normalise(section.title()));
                slots(section, section.slots());
            }
        }
    }

    private void title() {
        String government = opening.event().jurisdictionName();
        String name = government.endsWith("人民政府") ? government : government + "人民政府";
        List<Run> runs = new ArrayList<>();
        runs.addAll(Narrative.text(Punctuation.normalise(name) + "履行教育职责自评报告（"));
        runs.add(new Run(Kind.NUMBER, Integer.toString(opening.event().year()), sources.year(opening)));
        runs.add(new Run(Kind.TEXT, "年度）", null));
        body.add(new Paragraph(Style.TITLE, "title", "", "", runs));
    }

    private void indicator(Indicator indicator) {
        String title = Punctuation.normalise(indicator.title());
        String head = indicator.id() + "." + title + (title.endsWith("。") ? "" : "。");
        int first = body.size();
        for (NarrativeSlot slot : indicator.slots()) {
            narrative(indicator, slot);
        }
        String anchor = "indicator-" + indicator.id();
        if (body.size() == first) {
            body.add(new Paragraph(Style.BODY, anchor, indicator.id(), head, List.of()));
        } else {
            Paragraph opens = body.get(first);
            body.set(first, new Paragraph(Style.BODY, anchor, indicator.id(), head, opens.runs()));
        }
    }

    private void slots(Section section, List<NarrativeSlot> slots) {
        int number = 0;
        for (NarrativeSlot slot : slots) {
            if (!slot.heading().isBlank()) {
                number++;
                String text = Punctuation.normalise(slot.heading());
                String head = text.startsWith("（") ? text : "（" + Numerals.of(number) + "）" + text;
                heading(Style.GROUP, section.id() + "-" + number, section.id(), head);
            }
            narrative(section, slot);
        }
    }

    private void narrative(EvidenceHolder holder, NarrativeSlot slot) {
        String text = state.standing(slot.id()).map(Item::text).orElse("");
        if (text.isBlank()) {
            if (slot.required()) {
                String name = slot.heading().isBlank() ? holder.title() : slot.heading();
                body.add(
                        new Paragraph(Style.BODY, null, holder.id(), "", List.of(missing(slot.id(), name + "（文字材料）"))));
            }
            return;
        }
        for (List<Narrative.Piece> paragraph : Narrative.parse(text).paragraphs()) {
            body.add(new Paragraph(Style.BODY, null, holder.id(), "", Narrative.runs(paragraph, this::fill)));
        }
    }

    private Filled fill(String id, String following) {
        Optional<Unit> inapplicable = values.inapplicable(id);
        if (inapplicable.isPresent()) {
            int unit = inapplicable
                    .flatMap(u -> u.givenBy(following))
                    .map(String::length)
                    .orElse(0);
            return new Filled(List.of(new Run(Kind.TEXT, "不适用", null)), null, unit);
        }
        Optional<Value> found = values.toPrint(id);
        if (found.isEmpty()) {
            return new Filled(List.of(missing(id, values.nameOf(id))), null, 0);
        }
        Value value = found.get();
        if (value.origin() == Origin.FACT) {
            return new Filled(List.of(new Run(Kind.FACT, value.text(), sources.printed(value))), null, 0);
        }
        boolean atLeast = value.origin() == Origin.AT_LEAST;
        int atLeastLength = atLeast && following.startsWith(AT_LEAST) ? AT_LEAST.length() : 0;
        Run number = new Run(Kind.NUMBER, value.text() + (atLeast ? AT_LEAST : ""), sources.printed(value));
        Optional<String> given =
                Unit.of(value.unit()).flatMap(unit -> unit.givenBy(following.substring(atLeastLength)));
        Run unit = new Run(Kind.TEXT, given.orElse(value.unit()), null);
        return new Filled(
                List.of(number, unit),
                value.unit(),
                atLeastLength + given.map(String::length).orElse(0));
    }

    private Run missing(String id, String name) {
        String why = state.returned(id) ? "〔已退回，待更正：" : "〔待填报：";
        return new Run(Kind.MISSING, why + Numerals.spell(Punctuation.normalise(name)) + "〕", null);
    }

    private void heading(Style style, String anchor, String holder, String head) {
        body.add(new Paragraph(style, anchor, holder, head, List.of()));
    }

    private About about() {
        CycleOpened opened = opening.event();
        return new About(
                state.cycle(),
                opened.jurisdiction(),
                opened.jurisdictionName(),
                opened.year(),
                framework.id(),
                framework.title(),
                framework.version(),
                framework.sha256(),
                state.upTo(),
                state.asOf());
    }
}
