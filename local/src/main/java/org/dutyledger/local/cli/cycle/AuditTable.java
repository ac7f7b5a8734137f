package org.dutyledger.local.cli.cycle;

import java.util.stream.Stream;
import org.dutyledger.local.terminal.Columns;
import tools.jackson.databind.JsonNode;

/** Formats the answers of the audit as text. */
record AuditTable(DisplayNames names) {
    private static final String TIME = "记录时间（北京时间）";
    private static final int VALUE = 30;
    private static final int REASON = 40;

    /** The past state of an indicator: one line per item, with the event that set it. */
    Stream<String> state(JsonNode state) {
        String held = text(state, "effectiveOn").isEmpty() ? "" : "，" + text(state, "effectiveOn") + " 有效的内容";
        String head = title(state) + "\n" + known(state.path("known")) + "，" + phase(text(state, "phase")) + held;
        if (state.path("items").isEmpty()) {
            return Stream.of(head, "当时尚未填报");
        }
        Columns table = new Columns().row("数据项", "填报单位", "值", "状态", "起效", "序号", TIME, "经手", "原因");
        for (JsonNode item : state.path("items")) {
            JsonNode setBy = item.path("setBy");
            table.row(
                    names.item(text(item, "item")),
                    names.organisation(text(item, "organisation")),
                    value(item),
                    status(text(item, "status")),
                    text(item, "effectiveFrom"),
                    text(setBy, "position"),
                    Moments.shown(text(setBy, "recordedAt")),
                    hand(setBy),
                    Columns.cut(text(item, "reason"), REASON));
        }
        return Stream.concat(Stream.of(head), lines(table));
    }

    /**
     * Changes: one line per item with before and after, below it a line for each event that made the change.
     *
     * @param from the earlier moment as it was requested; the indicator's last event by then may be long before
     */
    Stream<String> difference(JsonNode difference, String from, String to) {
        String head = title(difference) + "\n从 " + from + "：" + known(difference.path("from")) + "\n到 " + to + "："
                + known(difference.path("to"));
        if (difference.path("changes").isEmpty() && difference.path("others").isEmpty()) {
            return Stream.of(head, "没有变化");
        }
        Columns items = new Columns().row("数据项", "填报单位", "之前", "之后");
        Columns causes = new Columns().row("序号", TIME, "数据项", "事件", "经手", "原因");
        for (JsonNode change : difference.path("changes")) {
            JsonNode before = change.path("before");
            JsonNode after = change.path("after");
            items.row(
                    names.item(text(change, "item")),
                    names.organisation(text(change, "organisation")),
                    before.isMissingNode() ? "（无）" : value(before) + " " + status(text(before, "status")),
                    value(after) + " " + status(text(after, "status")));
            change.path("causes").forEach(cause -> cause(causes, cause));
        }
        difference.path("others").forEach(cause -> cause(causes, cause));
        Stream<String> changed =
                difference.path("changes").isEmpty() ? Stream.empty() : Stream.concat(lines(items), Stream.of(""));
        return Stream.of(Stream.of(head), changed, lines(causes)).flatMap(lines -> lines);
    }

    private void cause(Columns causes, JsonNode cause) {
        causes.row(
                text(cause, "position"),
                Moments.shown(text(cause, "recordedAt")),
                names.item(text(cause.path("payload"), "item")),
                event(text(cause, "type").replaceFirst("\\.v\\d+$", "")),
                hand(cause),
                Columns.cut(text(cause.path("payload"), "reason"), REASON));
    }

    private String known(JsonNode known) {
        return known.path("position").isMissingNode()
                ? "第一条事件之前"
                : "该指标的末条事件为序号 " + text(known, "position") + "，" + Moments.shown(text(known, "recordedAt")) + "（北京时间）";
    }

    private static Stream<String> lines(Columns table) {
        return table.lines(0).stream().map(String::stripTrailing);
    }

    private static String title(JsonNode answer) {
        return text(answer, "cycle") + "  " + text(answer, "indicator") + " " + text(answer, "title");
    }

    private static String phase(String phase) {
        return switch (phase) {
            case "open" -> "填报中";
            case "locked" -> "已锁定";
            default -> "尚未开启";
        };
    }

    private static String event(String type) {
        return switch (type) {
            case "figure.submitted", "fact.submitted", "narrative.submitted" -> "填报";
            case "figure.corrected", "fact.corrected", "narrative.revised" -> "更正";
            case "evidence.attached" -> "上传佐证";
            case "item.withdrawn" -> "撤回";
            case "item.returned" -> "退回";
            case "item.accepted" -> "通过";
            case "indicator.opened" -> "开启";
            case "indicator.locked" -> "锁定";
            default -> type;
        };
    }

    private static String value(JsonNode item) {
        String value = text(item, "value");
        String unit = text(item, "unit");
        if (!value.isEmpty()) {
            return (text(item, "basis").equals("AT_LEAST") ? "≥" : "") + value + (unit.equals("无") ? "" : unit);
        }
        return Columns.cut(text(item, "text").replaceAll("\\s+", " "), VALUE);
    }

    private static String status(String status) {
        return switch (status) {
            case "submitted" -> "已报";
            case "returned" -> "已退回";
            case "accepted" -> "已通过";
            case "withdrawn" -> "已撤回";
            default -> "未报";
        };
    }

    private String hand(JsonNode event) {
        String way = text(event, "door");
        return names.organisation(text(event, "actor")) + (way.isEmpty() ? "" : "（" + way + "）");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
