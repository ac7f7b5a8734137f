package org.dutyledger.local.client;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The suite refused a request; the message is meant for people. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    ApiException(int status, JsonNode problem) {
        super(message(status, problem));
        this.status = status;
        this.code = problem.path("code").asString("");
    }

    public int status() {
        return status;
    }

    /** The stable code of the refusal, empty when the answer had none. */
    public String code() {
        return code;
    }

    private static String message(int status, JsonNode problem) {
        String items = StreamSupport.stream(problem.path("items").spliterator(), false)
                .map(i -> "\n  items[" + i.path("index").asInt() + "] "
                        + i.path("item").asString("") + ": "
                        + i.path("code").asString("") + " — " + i.path("detail").asString("") + " "
                        + i.path("detailZh").asString(""))
                .collect(Collectors.joining());
        return status + " " + problem.path("code").asString("") + ": "
                + problem.path("detail").asString("no details") + items;
    }
}
