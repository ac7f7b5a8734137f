package org.dutyledger.submission.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.it.Api.CYCLE;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Every address that names a cycle answers a stranger as if the cycle did not exist. New addresses are found here. */
class ForeignCyclesIT {
    private static final String NONE = "999999-2021";
    private static final List<String> ROLES = List.of("submitter", "supervisor", "auditor", "office");
    private static final String QUERY = "?indicator=1&atPosition=0&from=0&upToPosition=0&issued=1&cycle=";
    private static final String SHA = "a".repeat(64);
    private static final Map<String, String> BODIES = Map.of(
            "POST /api/v1/cycles/{cycle}/submissions",
            "{\"organisation\":\"elsewhere\",\"items\":[{\"action\":\"withdraw\",\"item\":\"x\",\"reason\":\"y\"}]}",
            "POST /api/v1/cycles/{cycle}/reviews",
            "{\"items\":[{\"item\":\"x\",\"organisation\":\"elsewhere\",\"decision\":\"accept\"}]}",
            "PUT /api/v1/cycles/{cycle}/organisations",
            "{\"organisations\":[{\"organisation\":\"elsewhere\",\"name\":\"n\",\"roles\":[\"finance-bureau\"]}]}",
            "POST /api/v1/cycles/{cycle}/close",
            "{\"reason\":\"r\"}",
            "POST /api/v1/cycles/{cycle}/issued-reports",
            "{\"report\":\"r\",\"upToPosition\":1,\"modelSha256\":\"" + SHA + "\",\"files\":[]}");

    private static RunningService service;

    @BeforeAll
    static void open() {
        service = RunningService.start();
        Api.openCycle(service.as("office"));
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void toAStranger_aForeignCycleIsUnknown_atEveryAddress() {
        Set<String> addresses = addresses();
        assertThat(addresses)
                .contains("GET /api/v1/cycles/{cycle}", "GET /api/v1/ledger/proof", "GET /api/v1/cycles/{cycle}/state")
                .containsAll(BODIES.keySet());
        for (String address : addresses) {
            Set<Integer> seen = new TreeSet<>();
            for (String role : ROLES) {
                Api stranger = role.equals("submitter") ? service.as(role, "elsewhere") : service.asOf("330699", role);
                Api.Answer foreign = ask(stranger, address, CYCLE);
                Api.Answer none = ask(stranger, address, NONE);
                assertThat(foreign.status())
                        .as("%s as %s: %s", address, role, foreign.body())
                        .isIn(403, 404);
                assertThat(foreign.code()).isIn("ROLE_MISSING", "CYCLE_UNKNOWN");
                assertThat(foreign.body().toString())
                        .isEqualTo(none.body().toString().replace(NONE, CYCLE));
                assertThat(foreign.status()).isEqualTo(none.status());
                seen.add(foreign.status());
            }
            if (!BODIES.containsKey(address) || !address.endsWith("issued-reports")) {
                assertThat(seen).as(address).contains(404);
            }
        }
    }

    @Test
    void withoutARole_organisationsAndJurisdictionsShowNothing() {
        Api noRole = service.as("none", Api.BUREAU, "elsewhere");
        Stream.concat(addresses().stream(), Stream.of("GET /api/v1/cycles")).forEach(address -> {
            Api.Answer own = ask(noRole, address, CYCLE);
            assertThat(own.status() + " " + own.code()).as(address).isEqualTo("403 ROLE_MISSING");
            assertThat(ask(noRole, address, NONE).code()).as(address).isEqualTo("ROLE_MISSING");
        });
    }

    private static Api.Answer ask(Api api, String address, String cycle) {
        String[] parts = address.split(" ", 2);
        String path = parts[1].replace("/api/v1", "").replace("{cycle}", cycle);
        String body = BODIES.get(address);
        assertThat(parts[0].equals("GET")).as("%s has a body here", address).isEqualTo(body == null);
        return api.send(api.request(path + QUERY + cycle)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k")
                .method(parts[0], body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** All addresses of this service that name a cycle, in the path or by a parameter. */
    private static Set<String> addresses() {
        Set<String> found = new TreeSet<>();
        service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> addresses(mapping)
                        .filter(address -> address.contains("{cycle}") || takesCycle(method))
                        .forEach(found::add));
        return found;
    }

    private static Stream<String> addresses(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(verb -> mapping.getPatternsCondition().getPatterns().stream()
                        .map(pattern -> verb + " " + pattern.getPatternString()));
    }

    private static boolean takesCycle(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(RequestParam.class))
                .anyMatch(parameter -> parameter != null && (parameter.value() + parameter.name()).contains("cycle"));
    }
}
