package org.dutyledger.local.cli.cycle;

import java.util.List;
import java.util.stream.StreamSupport;
import org.dutyledger.local.cli.options.UsageException;
import org.dutyledger.local.client.SuiteClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which cycle a command means. */
final class Cycles {
    /** The rule of {@link #theOne}, for the help of commands. */
    static final String WHICH = "cycle (default: the only one, or the only one that is open)";

    private Cycles() {}

    static List<JsonNode> all(SuiteClient client) {
        JsonNode answer = client.get("/api/v1/cycles");
        JsonNode list = answer.isArray() ? answer : answer.path("cycles");
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    static String id(JsonNode cycle) {
        return cycle.path("cycle").asString();
    }

    static boolean isOpen(JsonNode cycle) {
        return cycle.path("state").asString().equals("open");
    }

    /** The named cycle, or the only one there is, or the only one that is open. */
    static String theOne(SuiteClient client, @Nullable String named) {
        if (named != null) {
            return named;
        }
        List<JsonNode> all = all(client);
        List<JsonNode> open = all.stream().filter(Cycles::isOpen).toList();
        List<JsonNode> chosen = all.size() == 1 ? all : open;
        if (chosen.size() != 1) {
            List<String> ids = all.stream().map(Cycles::id).toList();
            throw new UsageException(
                    ids.isEmpty() ? "there is no cycle yet" : "name the cycle by --cycle: " + String.join(", ", ids));
        }
        return id(chosen.get(0));
    }
}
