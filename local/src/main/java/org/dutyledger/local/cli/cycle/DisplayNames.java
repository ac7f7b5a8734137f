package org.dutyledger.local.cli.cycle;

import java.util.HashMap;
import java.util.Map;
import org.dutyledger.local.client.SuiteClient;
import org.dutyledger.local.terminal.Columns;
import tools.jackson.databind.JsonNode;

/**
 * Names of the organisations and items of a cycle; an id without a name is shown unchanged.
 *
 * @param holders the indicator or section of each item
 */
record DisplayNames(Map<String, String> organisations, Map<String, String> items, Map<String, String> holders) {
    private static final int LONGEST = 34;

    static DisplayNames of(SuiteClient client, String cycle) {
        Map<String, String> organisations = new HashMap<>();
        Cycles.all(client).stream().filter(one -> Cycles.id(one).equals(cycle)).forEach(one -> one.path("organisations")
                .forEach(o -> put(organisations, o.path("organisation"), o.path("name"), "")));
        Map<String, String> items = new HashMap<>();
        Map<String, String> holders = new HashMap<>();
        JsonNode framework = client.get("/api/v1/cycles/" + SuiteClient.encoded(cycle) + "/framework");
        framework.path("holders").forEach(holder -> holder.path("items").forEach(item -> {
            put(items, item.path("id"), item.path("name"), "文字材料");
            holders.put(item.path("id").asString(), holder.path("id").asString());
        }));
        return new DisplayNames(organisations, items, holders);
    }

    private static void put(Map<String, String> names, JsonNode id, JsonNode name, String otherwise) {
        String given = name.asString("");
        String shown = given.isEmpty() ? otherwise : given;
        if (!shown.isEmpty()) {
            names.put(id.asString(), shown);
        }
    }

    String organisation(String id) {
        return cut(organisations.getOrDefault(id, id));
    }

    /** The indicator or section of an item; any other id unchanged. */
    String holder(String id) {
        return holders.getOrDefault(id, id);
    }

    String item(String id) {
        return cut(items.getOrDefault(id, id));
    }

    private static String cut(String name) {
        return Columns.cut(name, LONGEST);
    }
}
