package org.dutyledger.verifier.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dutyledger.indicators.text.Repertoire;
import org.dutyledger.verifier.check.Envelope;
import org.dutyledger.verifier.document.Block.Cell;
import org.dutyledger.verifier.document.Block.Value;
import org.dutyledger.verifier.finding.Text;
import org.dutyledger.verifier.model.Model;
import org.dutyledger.verifier.model.Model.Paragraph;
import org.dutyledger.verifier.model.Model.Result;
import org.dutyledger.verifier.model.Model.Run;
import org.dutyledger.verifier.model.Model.SetBy;
import org.dutyledger.verifier.model.Model.Source;
import org.dutyledger.verifier.readback.BlockCollector;
import org.jspecify.annotations.Nullable;

/** Lists the paragraphs and rows that a report must have by its model, in their order. */
final class ExpectedReport {
    /** Where the body ends: no paragraph of a text is at this place, whatever it says. */
    static final Text ANNEXES = headOf(1);

    private final ReportForm form;
    private final Map<String, Source> rows = new HashMap<>();
    private final Map<String, String> sections = new HashMap<>();
    private final Map<String, Integer> paragraphs = new HashMap<>();
    private final List<Block> blocks = new ArrayList<>();

    private ExpectedReport(ReportForm form) {
        this.form = form;
    }

    static List<Block> of(Model model, ReportForm form) {
        ExpectedReport report = new ExpectedReport(form);
        model.sources().forEach(s -> report.rows.put(s.id(), s));
        if (form == ReportForm.HTML) {
            model.body().stream()
                    .filter(p -> p.style().equals("TITLE"))
                    .forEach(p -> report.add(
                            Text.of("窗口标题", "the window's title"),
                            List.of(new Cell("", report.shown(p.text()), List.of()))));
        }
        model.body().forEach(report::paragraph);
        report.annexes(model);
        report.blocks.removeIf(b -> b.texts().equals(List.of("")));
        return report.blocks;
    }

    private void paragraph(Paragraph paragraph) {
        StringBuilder text = new StringBuilder(Repertoire.printed(paragraph.head()));
        List<Value> values = new ArrayList<>();
        for (Run run : paragraph.runs()) {
            int from = form.shown(text + "|").length() - 1;
            text.append(Repertoire.printed(run.text()));
            if (run.source() != null) {
                values.add(new Value(from, form.shown(text + "|").length() - 1, rows.get(run.source())));
            }
        }
        if (paragraph.style().equals("PART")) {
            sections.put(paragraph.holder(), paragraph.head());
        }
        add(place(paragraph), List.of(new Cell("", form.shown(text.toString()), values)));
    }

    private Text place(Paragraph paragraph) {
        if (paragraph.style().equals("TITLE")) {
            return Text.of("标题", "the title");
        }
        if (!paragraph.style().equals("BODY")) {
            return Text.of("标题“%s”", "the heading '%s'", paragraph.head());
        }
        String holder = paragraph.holder();
        int number = paragraphs.merge(holder, 1, Integer::sum);
        if (holder.matches("[0-9]{1,3}")) {
            return Text.of("第 %s 项，第 %s 段", "indicator %s, paragraph %s", holder, number);
        }
        String section = sections.getOrDefault(holder, holder.equals("preface") ? "前言" : holder);
        return Text.of("“%s”，第 %s 段", "'%s', paragraph %s", section, number);
    }

    private void annexes(Model model) {
        head(1, "数据来源对照表", Wording.sourcesNote(model));
        List<String> heads = new ArrayList<>(Wording.SOURCE_HEADS);
        heads.addAll(form.eventHeads());
        row(Text.of("附件1，表头", "annex 1, the head of the table"), heads, heads, null);
        model.sources()
                .forEach(s -> row(Text.of("附件1，%s（%s）", "annex 1, %s (%s)", s.id(), s.name()), heads, cells(s), s));
        head(2, "评价结果", Wording.resultsNote(model));
        List<String> results = Wording.RESULT_HEADS;
        row(Text.of("附件2，表头", "annex 2, the head of the table"), results, results, null);
        model.results()
                .forEach(r ->
                        row(Text.of("附件2，第 %s 项", "annex 2, indicator %s", r.indicator()), results, cells(r), null));
    }

    private void head(int annex, String title, String note) {
        Text place = headOf(annex);
        for (String text : List.of("附件" + annex, title, note)) {
            add(place, List.of(new Cell("", shown(text), List.of())));
        }
    }

    private static Text headOf(int annex) {
        return Text.of("附件%s 的题头", "the head of annex %s", annex);
    }

    private List<String> cells(Source s) {
        List<String> cells = new ArrayList<>(List.of(s.id(), s.place(), s.name(), Wording.value(s), Wording.origin(s)));
        if (s.computation() != null) {
            cells.add(Wording.computation(s.computation()));
        }
        SetBy by = s.event();
        if (by != null) {
            cells.addAll(List.of(by.organisation(), s.period(), Envelope.shownTime(by.recordedAt())));
        }
        cells.replaceAll(this::shown);
        if (by != null) {
            cells.addAll(form.event(by));
        }
        return cells;
    }

    private List<String> cells(Result r) {
        String reasons = Wording.reasons(r).stream()
                .map(this::shown)
                .collect(Collectors.joining(BlockCollector.BETWEEN_PARAGRAPHS));
        return List.of(shown(r.indicator()), shown(r.title()), shown(Wording.verdict(r)), reasons);
    }

    private void row(Text place, List<String> heads, List<String> texts, @Nullable Source source) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            List<Value> values = source == null ? List.of() : List.of(new Value(0, text.length(), source));
            cells.add(new Cell(heads.get(i), text, values));
        }
        add(place, cells);
    }

    private String shown(String text) {
        return form.shown(Repertoire.printed(text));
    }

    private void add(Text place, List<Cell> cells) {
        blocks.add(new Block(place, cells));
    }
}
