package org.dutyledger.local.demo;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A submitter's receipt: the places of its events in the ledger.
 *
 * @param repeated whether the submission had been taken before, so that nothing new was stored
 */
public record SubmissionReceipt(
        String organisation,
        String submission,
        long lastPosition,
        String commitHash,
        List<Place> places,
        boolean repeated) {
    public SubmissionReceipt {
        places = List.copyOf(places);
    }

    /** The place of one event. */
    public record Place(long position, String type, String item) {}

    /** Reads the suite's answer. */
    static SubmissionReceipt of(String organisation, JsonNode answer) {
        List<Place> places = new ArrayList<>();
        for (JsonNode event : answer.path("events")) {
            places.add(new Place(
                    Long.parseLong(event.path("position").asString()),
                    event.path("type").asString(),
                    event.path("item").asString("")));
        }
        return new SubmissionReceipt(
                organisation,
                answer.path("submission").asString(""),
                Long.parseLong(answer.path("lastPosition").asString()),
                answer.path("commitHash").asString(),
                places,
                answer.path("repeated").asBoolean(false));
    }
}
