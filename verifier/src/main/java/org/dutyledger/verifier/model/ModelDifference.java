package org.dutyledger.verifier.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.verifier.finding.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Names the first place at which two models differ. */
final class ModelDifference {
    private static final Pattern ELEMENT = Pattern.compile("(body|sources|results)\\[(\\d+)](?:\\.(.*))?");
    private static final List<String> PARTS = List.of("about", "body", "sources", "results");
    private static final Set<String> READ = Set.of("head", "text", "value", "verdict");
    private static final Map<String, Text> MEMBERS = Map.ofEntries(
            Map.entry("head", new Text("标题", "heading")),
            Map.entry("value", new Text("值", "value")),
            Map.entry("unit", new Text("单位", "unit")),
            Map.entry("name", new Text("名称", "name")),
            Map.entry("place", new Text("所属指标", "place")),
            Map.entry("item", new Text("数据项", "item")),
            Map.entry("origin", new Text("来源", "origin")),
            Map.entry("period", new Text("时期", "period")),
            Map.entry("event.organisation", new Text("填报单位", "organisation")),
            Map.entry("event.recordedAt", new Text("记录时间", "time")),
            Map.entry("event.position", new Text("账本序号", "position")),
            Map.entry("event.eventId", new Text("事件编号", "event id")),
            Map.entry("computation.formula", new Text("公式", "formula")),
            Map.entry("computation.inputs", new Text("测算依据", "inputs")),
            Map.entry("computation.declared", new Text("申报行", "declared row")),
            Map.entry("computation.declaredValue", new Text("申报值", "declared value")),
            Map.entry("computation.difference", new Text("与申报值的差", "difference")),
            Map.entry("missing", new Text("待填报项", "missing items")),
            Map.entry("reasons", new Text("理由", "reasons")),
            Map.entry("findings", new Text("疑点", "findings")),
            Map.entry("title", new Text("标题", "title")),
            Map.entry("verdict", new Text("结果", "verdict")),
            Map.entry("score", new Text("得分", "score")));

    private final JsonNode stated;
    private final JsonNode computed;

    private ModelDifference(JsonNode stated, JsonNode computed) {
        this.stated = stated;
        this.computed = computed;
    }

    private record At(
            String path,
            @Nullable JsonNode stated,
            @Nullable JsonNode computed) {}

    /**
     * The difference and its place.
     *
     * @param stated canonical bytes of the model that is given, which differ from those computed
     */
    static Text first(byte[] stated, byte[] computed) {
        return new ModelDifference(
                        CanonicalJson.read(stated, JsonNode.class), CanonicalJson.read(computed, JsonNode.class))
                .first();
    }

    private Text first() {
        for (String part : PARTS) {
            At at = difference(part, stated.get(part), computed.get(part));
            if (at != null) {
                return Text.of(
                        "%s写“%s”，依据事件和指标体系应为“%s”",
                        "%s is '%s'; by events and framework it must be '%s'",
                        place(at.path()),
                        shown(at.stated()),
                        shown(at.computed()));
            }
        }
        return new Text("报告内容有多余的成员，或写法不同", "the report's content has other members, or is written in another form");
    }

    private static @Nullable At difference(String path, @Nullable JsonNode a, @Nullable JsonNode b) {
        if (a != null && b != null && a.isObject() && b.isObject()) {
            // first what people read
            TreeSet<String> names = new TreeSet<>(Comparator.comparing((String name) -> !READ.contains(name))
                    .thenComparing(Comparator.naturalOrder()));
            names.addAll(a.propertyNames());
            names.addAll(b.propertyNames());
            for (String name : names) {
                At at = difference(path + "." + name, a.get(name), b.get(name));
                if (at != null) {
                    return at;
                }
            }
            return null;
        }
        if (a != null && b != null && a.isArray() && b.isArray()) {
            for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
                At at = difference(path + "[" + i + "]", a.get(i), b.get(i));
                if (at != null) {
                    return at;
                }
            }
            return null;
        }
        return a == null || !a.equals(b) ? new At(path, a, b) : null;
    }

    private Text place(String path) {
        Matcher element = ELEMENT.matcher(path);
        if (!element.matches()) {
            return Text.of("报告的 %s ", "%s of the report", path.substring(path.indexOf('.') + 1));
        }
        String list = element.group(1);
        int index = Integer.parseInt(element.group(2));
        JsonNode of = (computed.get(list).size() > index ? computed : stated)
                .get(list)
                .get(index);
        Text member = member(element.group(3));
        return switch (list) {
            case "body" -> Text.of("正文第 %s 段%s", "paragraph %s of the body%s", index + 1, member);
            case "sources" -> Text.of("附件1 的 %s（%s）%s", "annex 1, %s (%s)%s", text(of, "id"), text(of, "name"), member);
            default -> Text.of("附件2 的第 %s 项%s", "annex 2, indicator %s%s", text(of, "indicator"), member);
        };
    }

    private static Text member(@Nullable String path) {
        if (path == null || path.startsWith("runs[")) {
            return new Text("", "");
        }
        Text name = MEMBERS.getOrDefault(path.replaceAll("\\[.*", ""), new Text(path, path));
        return Text.of("的%s", ", %s", name);
    }

    private static String text(JsonNode node, String member) {
        JsonNode text = node.get(member);
        return text == null ? "" : text.asString("");
    }

    private static String shown(@Nullable JsonNode node) {
        if (node == null) {
            return "";
        }
        return node.isValueNode() ? node.asString("") : CanonicalJson.text(node);
    }
}
