package org.dutyledger.document.render;

import java.util.List;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.document.template.ReportModel.Computation;
import org.dutyledger.document.template.ReportModel.Event;
import org.dutyledger.document.template.ReportModel.Result;
import org.dutyledger.document.template.ReportModel.Source;

/** Writes the annexes' tables into the page. */
final class HtmlAnnexes {
    private static final List<String> SOURCE_HEADS =
            List.of("编号", "指标", "数据项", "数值", "来源", "填报单位", "时期", "记录时间", "账本序号", "事件");
    private static final List<String> RESULT_HEADS = List.of("序号", "指标", "结果", "理由");
    private static final int EVENT_COLUMNS = 5;
    private final Markup out;

    HtmlAnnexes(Markup out) {
        this.out = out;
    }

    void write(ReportModel model) {
        open("annex-1", "附件1", Words.SOURCES_TITLE, Words.sourcesNote(model), SOURCE_HEADS);
        model.sources().forEach(this::source);
        out.raw("</tbody>\n</table>\n</section>\n");
        open("annex-2", "附件2", Words.RESULTS_TITLE, Words.resultsNote(model), RESULT_HEADS);
        model.results().forEach(this::result);
        out.raw("</tbody>\n</table>\n</section>\n");
    }

    private void open(String id, String mark, String title, String note, List<String> heads) {
        out.raw("<section class=\"annex\" id=\"" + id + "\">\n<p class=\"mark\">")
                .text(mark)
                .raw("</p>\n<h2>")
                .text(title)
                .raw("</h2>\n<p class=\"note\">")
                .text(note)
                .raw("</p>\n<table>\n<thead><tr>");
        heads.forEach(h -> out.raw("<th scope=\"col\">").text(h).raw("</th>"));
        out.raw("</tr></thead>\n<tbody>\n");
    }

    private void source(Source source) {
        out.raw("<tr id=\"S_" + source.id() + "\"><th scope=\"row\">");
        if (source.printed()) {
            link(source.id(), source.id());
        } else {
            out.text(source.id());
        }
        out.raw("</th>");
        cell(source.place());
        out.raw("<td title=\"")
                .text(source.item())
                .raw("\">")
                .text(source.name())
                .raw("</td>");
        cell(Words.value(source));
        cell(Words.origin(source.origin()));
        if (source.computation() != null) {
            computation(source.computation());
        }
        if (source.event() != null) {
            event(source.event(), source.period());
        }
        out.raw("</tr>\n");
    }

    private void event(Event event, String period) {
        cell(event.organisation());
        cell(period);
        cell(Words.time(event.recordedAt()));
        out.raw("<td class=\"position\">")
                .text(Long.toString(event.position()))
                .raw("</td><td class=\"fine event\">")
                .text(event.eventId())
                .raw("</td>");
    }

    private void computation(Computation computation) {
        out.raw("<td class=\"computation\" colspan=\"" + EVENT_COLUMNS + "\">").text(Words.formula(computation));
        String comma = "";
        for (String input : computation.inputs()) {
            out.text(comma);
            link("S_" + input, input);
            comma = "、";
        }
        out.text(Words.declared(computation));
        if (computation.declared() != null) {
            out.text("（");
            link("S_" + computation.declared(), computation.declared());
            out.text("）");
        }
        out.raw("</td>");
    }

    private void result(Result result) {
        out.raw("<tr id=\"R_").text(result.indicator()).raw("\"><th scope=\"row\">");
        out.text(result.indicator()).raw("</th>");
        cell(result.title());
        out.raw("<td class=\"verdict\">")
                .text(result.verdict())
                .text(result.score() == null ? "" : "（" + result.score().toPlainString() + "）")
                .raw("</td><td>");
        Words.reasons(result).forEach(line -> out.raw("<div>").text(line).raw("</div>"));
        out.raw("</td></tr>\n");
    }

    private void cell(String text) {
        out.raw("<td>").text(text).raw("</td>");
    }

    private void link(String anchor, String text) {
        out.raw("<a href=\"#").text(anchor).raw("\">").text(text).raw("</a>");
    }
}
