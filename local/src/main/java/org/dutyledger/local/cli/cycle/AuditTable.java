package org.dutyledger.local.cli.cycle;

import java.time.ZoneId;
import java.util.stream.Stream;
import org.dutyledger.local.terminal.Columns;
import tools.jackson.databind.JsonNode;

/** Lays out what the audit answers, for people. */
record AuditTable(ZoneId zone) {
    private static final int NAME = 34;
    private static final int VALUE = 30;
    private static final int REASON = 40;

    /** How an indicator stood: one line an item, with the event that set it. */
    Stream<String> state(JsonNode state) {
        String held = text(state, "effectiveOn").isEmpty() ? "" : ", what held on " + text(state, "effectiveOn");
        String head = title(state) + "\n" + known(state.path("known")) + ", " + text(state, "phase") + held;
        if (state.path("items").isEmpty()) {
            return Stream.of(head, "nothing had been submitted");
        }
        Columns table = new Columns().row("数据项", "填报单位", "值", "状态", "起效", "序号", "记录时间", "经手", "原因");
        for (JsonNode item : state.path("items")) {
            JsonNode setBy = item.path("setBy");
            table.row(
                    name(item),
                    text(item, "organisation"),
                    value(item),
                    status(text(item, "status")),
                    text(item, "effectiveFrom"),
                    text(setBy, "position"),
                    Moments.shown(text(setBy, "recordedAt"), zone),
                    hand(setBy),
                    Columns.cut(text(item, "reason"), REASON));
        }
        return Stream.concat(Stream.of(head), lines(table));
    }

    /** What changed: one line an item with before and after, below it a line for each event that made the change. */
    Stream<String> difference(JsonNode difference) {
        String head = title(difference) + "\nfrom " + known(difference.path("from")) + "\nto   "
                + known(difference.path("to"));
        if (difference.path("changes").isEmpty() && difference.path("others").isEmpty()) {
            return Stream.of(head, "nothing changed");
        }
        Columns items = new Columns().row("数据项", "填报单位", "之前", "之后");
        Columns causes = new Columns().row("序号", "记录时间", "数据项", "事件", "经手", "原因");
        for (JsonNode change : difference.path("changes")) {
            JsonNode before = change.path("before");
            JsonNode after = change.path("after");
            items.row(
                    name(change),
                    text(change, "organisation"),
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
                Moments.shown(text(cause, "recordedAt"), zone),
                text(cause.path("payload"), "item"),
                text(cause, "type").replaceFirst("\\.v\\d+$", ""),
                hand(cause),
                Columns.cut(text(cause.path("payload"), "reason"), REASON));
    }

    private String known(JsonNode known) {
        return known.path("position").isMissingNode()
                ? "before the first event"
                : "last event " + text(known, "position") + ", " + Moments.shown(text(known, "recordedAt"), zone);
    }

    private static Stream<String> lines(Columns table) {
        return table.lines(0).stream().map(String::stripTrailing);
    }

    private static String title(JsonNode answer) {
        return text(answer, "cycle") + "  " + text(answer, "indicator") + " " + text(answer, "title");
    }

    private static String name(JsonNode item) {
        String name = text(item, "name");
        return Columns.cut(name.isEmpty() ? text(item, "item") : name, NAME);
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

    private static String hand(JsonNode event) {
        String door = text(event, "door");
        return text(event, "actor") + (door.isEmpty() ? "" : " (" + door + ")");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
