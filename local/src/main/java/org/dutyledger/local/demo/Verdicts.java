package org.dutyledger.local.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Each indicator's verdict and its most important reason, in one line. */
public final class Verdicts {
    private Verdicts() {}

    /** One indicator. */
    public record Line(String indicator, String title, String verdict, String reason) {}

    /** All indicators in the order of the report. */
    public static List<Line> of(JsonNode evaluations, JsonNode progress) {
        Map<String, JsonNode> byIndicator = new HashMap<>();
        evaluations.forEach(e -> byIndicator.put(e.path("indicator").asString(), e));
        List<Line> lines = new ArrayList<>();
        for (JsonNode indicator : progress.path("indicators")) {
            String id = indicator.path("id").asString();
            JsonNode evaluation = byIndicator.getOrDefault(id, indicator);
            lines.add(new Line(
                    id,
                    indicator.path("title").asString(),
                    name(evaluation.path("verdict").asString("PENDING")),
                    reason(evaluation)));
        }
        return lines;
    }

    /** A verdict in Chinese; 待填报 for one that is not known. */
    public static String name(String verdict) {
        return switch (verdict) {
            case "PASS" -> "合格";
            case "BASIC_PASS" -> "基本合格";
            case "FAIL" -> "不合格";
            case "TO_VERIFY" -> "待核实";
            case "NOT_APPLICABLE" -> "不适用";
            default -> "待填报";
        };
    }

    /** Missing items, else a rule that does not hold, else an open finding, else a rule that holds. */
    private static String reason(JsonNode evaluation) {
        List<String> missing = new ArrayList<>();
        evaluation.path("missing").forEach(m -> missing.add(m.asString()));
        if (!missing.isEmpty()) {
            return "缺 " + String.join("、", missing);
        }
        String holding = "";
        for (JsonNode reason : evaluation.path("reasons")) {
            if (reason.path("holds").isBoolean() && !reason.path("holds").asBoolean()) {
                return reason.path("text").asString();
            }
            if (holding.isEmpty() && reason.path("holds").asBoolean(false)) {
                holding = reason.path("text").asString();
            }
        }
        for (JsonNode finding : evaluation.path("findings")) {
            return finding.path("text").asString();
        }
        return holding.isEmpty() ? "填报齐全" : holding;
    }
}
