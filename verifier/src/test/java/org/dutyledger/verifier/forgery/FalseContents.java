package org.dutyledger.verifier.forgery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dutyledger.events.CanonicalJson;

/** The false contents that an earlier verifier accepted, by name. */
public final class FalseContents {
    private final byte[] genuine;
    private final Map<String, byte[]> all = new LinkedHashMap<>();

    private FalseContents(byte[] genuine) {
        this.genuine = genuine;
    }

    /** All of a genuine content, in canonical form. */
    public static Map<String, byte[]> of(byte[] genuine) {
        FalseContents contents = new FalseContents(genuine);
        contents.rows();
        contents.body();
        contents.results();
        return contents.all;
    }

    private void rows() {
        // 212 was reported; the body points to a row marked as computed
        put("reported-figure-replaced-by-a-second-row", model -> {
            Map<String, Object> reported = row(model, "total");
            Map<String, Object> second = new LinkedHashMap<>(reported);
            String id = "N%04d".formatted(objects(model, "sources").size() + 1);
            second.remove("event");
            second.putAll(Map.of("id", id, "value", "998", "origin", "COMPUTED"));
            second.put("computation", Map.of("formula", "学科类培训机构总数", "inputs", List.of(reported.get("id"))));
            runs(model)
                    .filter(run -> reported.get("id").equals(run.get("source")))
                    .forEach(run -> run.putAll(Map.of("source", id, "text", "998")));
            reported.put("printed", false);
            objects(model, "sources").add(second);
        });
        put("name-of-a-row", model -> row(model, "total").put("name", "核定教师 999 名"));
        put("place-of-a-row", model -> row(model, "total").put("place", "9"));
        put("title-of-the-framework", model -> object(model.get("about")).put("frameworkTitle", "国家指标体系"));
        put("computed-value-everywhere", model -> {
            Map<String, Object> computed = row(model, "rate");
            computed.put("value", "98.8");
            object(computed.get("computation")).put("difference", "12.1");
            runs(model)
                    .filter(run -> computed.get("id").equals(run.get("source")))
                    .forEach(run -> run.put("text", "98.8"));
        });
        put("row-of-an-item-that-was-never-submitted", model -> {
            Map<String, Object> row = new LinkedHashMap<>(row(model, "total"));
            row.putAll(Map.of("id", "N0099", "item", "satisfaction", "printed", false));
            objects(model, "sources").add(row);
        });
    }

    private void body() {
        put("sentence-in-the-head-of-a-paragraph", model -> paragraph(model, "2")
                .put("head", "2.落实“双减”工作要求。满意度列全省第一，教育投入达一百亿元。"));
        put("accusation-said-to-be-missing", model -> objects(model, "body")
                .add(new LinkedHashMap<>(Map.of(
                        "style",
                        "BODY",
                        "holder",
                        "2",
                        "head",
                        "",
                        "runs",
                        List.of(Map.of("kind", "MISSING", "text", "〔待填报：财政局拒不报送，教育局长已被立案〕"))))));
        put("placeholder-said-to-be-missing", model -> runs(model)
                .filter(run -> "212".equals(run.get("text")))
                .forEach(run -> {
                    run.remove("source");
                    run.putAll(Map.of("kind", "MISSING", "text", "〔待填报：学科类培训机构总数〕"));
                }));
        put("headings-exchanged", model -> {
            List<Map<String, Object>> body = objects(model, "body");
            List<Map<String, Object>> groups =
                    body.stream().filter(p -> p.get("style").equals("GROUP")).toList();
            Object head = groups.get(0).get("head");
            groups.get(0).put("head", groups.get(1).get("head"));
            groups.get(1).put("head", head);
        });
    }

    private void results() {
        put("annex-2-emptied", model -> model.put("results", List.of()));
        put("all-verdicts-good", model -> objects(model, "results").forEach(r -> r.put("verdict", "合格")));
        put("verdict-with-all-that-leads-to-it", model -> {
            Map<String, Object> result = objects(model, "results").get(1);
            result.putAll(Map.of("verdict", "合格", "findings", List.of()));
            ((List<?>) result.get("reasons")).forEach(reason -> object(reason).put("outcome", "符合"));
        });
        put("indicators-exchanged", model -> {
            List<Map<String, Object>> results = objects(model, "results");
            results.add(0, results.remove(1));
        });
    }

    private void put(String name, Consumer<Map<String, Object>> change) {
        Map<String, Object> model = object(CanonicalJson.read(genuine, LinkedHashMap.class));
        change.accept(model);
        all.put(name, CanonicalJson.bytes(model));
    }

    private static Map<String, Object> row(Map<String, Object> model, String item) {
        return objects(model, "sources").stream()
                .filter(row -> item.equals(row.get("item")))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> paragraph(Map<String, Object> model, String holder) {
        return objects(model, "body").stream()
                .filter(p -> holder.equals(p.get("holder")))
                .findFirst()
                .orElseThrow();
    }

    private static java.util.stream.Stream<Map<String, Object>> runs(Map<String, Object> model) {
        return new ArrayList<>(objects(model, "body"))
                .stream().flatMap(p -> ((List<?>) p.get("runs")).stream()).map(FalseContents::object);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(Map<String, Object> model, String part) {
        return (List<Map<String, Object>>) model.get(part);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }
}
