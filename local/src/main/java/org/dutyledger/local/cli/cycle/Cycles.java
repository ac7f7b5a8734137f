package org.dutyledger.local.cli.cycle;

import java.util.List;
import java.util.stream.StreamSupport;
import org.dutyledger.local.cli.options.UsageException;
import org.dutyledger.local.client.SuiteClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which cycle a command means. */
final class Cycles {
    private Cycles() {}

    static List<JsonNode> all(SuiteClient client) {
        JsonNode answer = client.get("/api/v1/cycles");
        JsonNode list = answer.isArray() ? answer : answer.path("cycles");
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    static String id(JsonNode cycle) {
        return cycle.path("cycle").asString();
    }

    /** The named cycle, or the only one there is. */
    static String theOne(SuiteClient client, @Nullable String named) {
        if (named != null) {
            return named;
        }
        List<String> ids = all(client).stream().map(Cycles::id).toList();
        if (ids.size() != 1) {
            throw new UsageException(
                    ids.isEmpty() ? "there is no cycle yet" : "say which cycle by --cycle: " + String.join(", ", ids));
        }
        return ids.get(0);
    }
}
