package org.dutyledger.verifier.forgery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dutyledger.events.CanonicalJson;

/**
 * Changes the content of a report: any value, row, order, text, verdict, head or name, alone or so that all of it
 * agrees.
 */
public final class ModelForger {
    private static final String SENTENCE = "满意度列全省第一。";
    private final byte[] genuine;

    public ModelForger(byte[] genuine) {
        this.genuine = genuine;
    }

    /** The content that a seed gives, in its canonical form; never the genuine one. */
    public Forgery forge(long seed) {
        Random random = new Random(seed);
        while (true) {
            Map<String, Object> model = copy();
            String what = random.nextInt(3) == 0 ? new Consistent(model, random).forge() : anywhere(model, random);
            byte[] bytes = CanonicalJson.bytes(model);
            if (!Arrays.equals(bytes, genuine)) {
                return new Forgery(seed, what, bytes);
            }
        }
    }

    /** A part of the content, and what holds it. */
    private record Place(Object holder, Object key, Object value, String path) {
        @SuppressWarnings("unchecked")
        void set(Object other) {
            if (holder instanceof List<?> list) {
                ((List<Object>) list).set((Integer) key, other);
            } else {
                ((Map<String, Object>) holder).put((String) key, other);
            }
        }
    }

    private static String anywhere(Map<String, Object> model, Random random) {
        List<Place> places = new ArrayList<>();
        collect(model, "", places);
        Place place = places.get(random.nextInt(places.size()));
        Object value = place.value();
        if (value instanceof String text) {
            place.set(changed(text, places, random));
            return place.path() + " '" + text + "' changed";
        }
        if (value instanceof List<?> list) {
            return place.path() + " " + rearranged(list, random);
        }
        if (value instanceof Map<?, ?> map) {
            return place.path() + " " + membersChanged(map, random);
        }
        place.set(value instanceof Boolean flag ? !flag : (Object) ((Integer) value + 1 + random.nextInt(5)));
        return place.path() + " " + value + " changed";
    }

    private static void collect(Object value, String path, List<Place> places) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                places.add(new Place(value, key, inner, path + "/" + key));
                collect(inner, path + "/" + key, places);
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                places.add(new Place(value, i, list.get(i), path + "/" + i));
                collect(list.get(i), path + "/" + i, places);
            }
        }
    }

    private static String changed(String text, List<Place> places, Random random) {
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        return switch (random.nextInt(6)) {
            case 0 -> text + "9";
            case 1 -> text.isEmpty() ? "合格" : text.substring(0, at) + text.substring(at + 1);
            case 2 -> text.substring(0, at) + "万" + text.substring(at);
            case 3 -> text.replaceAll("[0-8]", "9");
            case 4 -> {
                Object other = places.get(random.nextInt(places.size())).value();
                yield other instanceof String original ? original : "";
            }
            default ->
                text.isEmpty() ? " " : text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
        };
    }

    @SuppressWarnings("unchecked")
    private static String rearranged(List<?> given, Random random) {
        List<Object> list = (List<Object>) given;
        if (list.isEmpty()) {
            list.add(random.nextBoolean() ? "另有三家" : Map.of("outcome", "符合", "text", "全省第一"));
            return "filled";
        }
        int at = random.nextInt(list.size());
        int to = random.nextInt(list.size());
        switch (random.nextInt(4)) {
            case 0 -> list.remove(at);
            case 1 -> list.add(to, list.get(at));
            case 2 -> list.add(to, list.remove(at));
            default -> list.clear();
        }
        return "rearranged at " + at + " and " + to;
    }

    @SuppressWarnings("unchecked")
    private static String membersChanged(Map<?, ?> given, Random random) {
        Map<String, Object> map = (Map<String, Object>) given;
        List<String> names = new ArrayList<>(map.keySet());
        if (names.isEmpty() || random.nextInt(4) == 0) {
            map.put("note", SENTENCE);
            return "with a member more";
        }
        String name = names.get(random.nextInt(names.size()));
        map.remove(name);
        return "without " + name;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> copy() {
        return CanonicalJson.read(genuine, LinkedHashMap.class);
    }

    /** Forgeries in which everything else agrees, so that only the events or the framework reveal them. */
    private record Consistent(Map<String, Object> model, Random random) {

        String forge() {
            return switch (random.nextInt(9)) {
                case 0 -> valueEverywhere();
                case 1 -> secondRowOfAnItem();
                case 2 -> sentenceInAHead();
                case 3 -> missingText();
                case 4 -> verdict();
                case 5 -> ruleTurned();
                case 6 -> emptied("results");
                case 7 -> nameAndPlace();
                default -> paragraphAdded();
            };
        }

        private String valueEverywhere() {
            Map<String, Object> row = row();
            String value = "" + (1 + random.nextInt(999)) + (random.nextBoolean() ? ".5" : "");
            row.put("value", value);
            if (row.get("computation") instanceof Map<?, ?> computation && computation.containsKey("declaredValue")) {
                member(computation)
                        .put(
                                "difference",
                                new java.math.BigDecimal(value)
                                        .subtract(new java.math.BigDecimal((String) computation.get("declaredValue")))
                                        .toPlainString());
            }
            runsOf(row).forEach(run -> run.put("text", value));
            return row.get("id") + " says " + value + " in body and annex";
        }

        /** The body points to a computed row that is only there for it. */
        private String secondRowOfAnItem() {
            Map<String, Object> row = row();
            Map<String, Object> second = new LinkedHashMap<>(row);
            String id = "N%04d".formatted(rows().size() + 1);
            second.put("id", id);
            second.put("value", "99.87");
            if (random.nextBoolean()) {
                second.remove("event");
                second.put("origin", "COMPUTED");
                second.put(
                        "computation",
                        new LinkedHashMap<>(Map.of("formula", row.get("name"), "inputs", List.of(row.get("id")))));
            }
            runsOf(row).forEach(run -> {
                run.put("source", id);
                run.put("text", "99.87");
            });
            row.put("printed", false);
            second.put("printed", true);
            rows().add(second);
            return row.get("id") + " has a second row " + id;
        }

        private String sentenceInAHead() {
            Map<String, Object> paragraph = any(objects("body"));
            paragraph.put("head", paragraph.get("head") + SENTENCE);
            return "a sentence in the head of " + paragraph.get("holder");
        }

        private String missingText() {
            Map<String, Object> run = new LinkedHashMap<>(Map.of("kind", "MISSING", "text", "〔待填报：财政局拒不报送〕"));
            Map<String, Object> paragraph = new LinkedHashMap<>(Map.of(
                    "style", "BODY", "holder", any(objects("body")).get("holder"), "head", "", "runs", List.of(run)));
            objects("body").add(random.nextInt(objects("body").size()), paragraph);
            return "something said to be missing";
        }

        private String verdict() {
            Map<String, Object> result = any(objects("results"));
            result.put("verdict", "合格");
            result.put("missing", List.of());
            result.put("findings", List.of());
            return "indicator " + result.get("indicator") + " passes";
        }

        private String ruleTurned() {
            Map<String, Object> result = any(objects("results"));
            for (Object reason : (List<?>) result.get("reasons")) {
                member(reason).put("outcome", random.nextBoolean() ? "符合" : "不符合");
            }
            result.put("findings", List.of());
            result.put("verdict", List.of("合格", "基本合格", "待核实").get(random.nextInt(3)));
            return "rules of indicator " + result.get("indicator") + " turned";
        }

        private String emptied(String part) {
            model.put(part, List.of());
            return part + " emptied";
        }

        private String nameAndPlace() {
            Map<String, Object> row = row();
            row.put("name", "核定教师 999 名");
            row.put("place", "" + random.nextInt(20));
            if (random.nextBoolean()) {
                member(model.get("about")).put("frameworkTitle", "国家指标体系");
            }
            return row.get("id") + " has another name";
        }

        private String paragraphAdded() {
            List<Map<String, Object>> body = objects("body");
            Map<String, Object> paragraph = new LinkedHashMap<>(any(body));
            paragraph.remove("anchor");
            paragraph.put("runs", List.of(new LinkedHashMap<>(Map.of("kind", "TEXT", "text", SENTENCE))));
            body.add(random.nextInt(body.size() + 1), paragraph);
            return "a paragraph added";
        }

        private Map<String, Object> row() {
            return any(rows());
        }

        private List<Map<String, Object>> rows() {
            return objects("sources");
        }

        private List<Map<String, Object>> runsOf(Map<String, Object> row) {
            return objects("body").stream()
                    .flatMap(p -> ((List<?>) p.get("runs")).stream())
                    .map(Consistent::member)
                    .filter(run -> row.get("id").equals(run.get("source")))
                    .toList();
        }

        private Map<String, Object> any(List<Map<String, Object>> list) {
            return list.get(random.nextInt(list.size()));
        }

        @SuppressWarnings("unchecked")
        private List<Map<String, Object>> objects(String part) {
            return (List<Map<String, Object>>) model.get(part);
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> member(Object value) {
            return (Map<String, Object>) value;
        }
    }
}
