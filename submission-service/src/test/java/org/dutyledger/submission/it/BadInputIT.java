package org.dutyledger.submission.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.it.Api.BUREAU;
import static org.dutyledger.submission.it.Api.CYCLE;
import static org.dutyledger.submission.it.Api.FINANCE;
import static org.dutyledger.submission.it.Api.figure;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of bad input gets a precise problem, and nothing of a refused request is stored. */
class BadInputIT {
    private static final String SUBMISSIONS = "/cycles/" + CYCLE + "/submissions";
    private static RunningService service;
    private static Api bureau;
    private long sizeBefore;

    @BeforeAll
    static void open() {
        service = RunningService.start();
        Api.openCycle(service.as("office"));
        bureau = service.as("submitter", BUREAU);
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @BeforeEach
    void before() {
        sizeBefore = size();
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(size()).isEqualTo(sizeBefore);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            city_integrity_model_schools | "5"             | 个   | UNIT_NOT_ALLOWED
            city_integrity_model_schools | "5"             | 亿万元 | UNIT_NOT_ALLOWED
            city_integrity_model_schools | "5.5"           | 所   | TOO_MANY_DECIMALS
            city_integrity_model_schools | "NaN"           | 所   | NOT_A_NUMBER
            city_integrity_model_schools | "Infinity"      | 所   | NOT_A_NUMBER
            city_integrity_model_schools | "1e1000000000"  | 所   | NOT_A_NUMBER
            city_integrity_model_schools | 1e1000000000    | 所   | NOT_A_NUMBER
            city_integrity_model_schools | "1,234"         | 所   | NOT_A_NUMBER
            city_integrity_model_schools | "-1"            | 所   | OUT_OF_RANGE
            party_org_coverage_rate      | "100.5"         | %   | TOO_MANY_DECIMALS
            party_org_coverage_rate      | "101"           | %   | OUT_OF_RANGE
            city_integrity_model_school  | "5"             | 所   | UNKNOWN_ITEM
            district_leaders_linked_schools | "18"         | 位   | NOT_YOUR_ITEM
            policy_school_party_building | "5"             | 所   | WRONG_TYPE
            """)
    void aWrongFigure_isRefusedWithItsIndex(String item, String value, String unit, String code) {
        String good = figure("integrity_four_projects", "\"4\"", "项");
        Api.Answer answer = bureau.submit(BUREAU, good + "," + figure(item, value, unit));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(422);
        assertThat(answer.itemCodes()).contains("1 " + code).noneMatch(reported -> reported.startsWith("0"));
        assertThat(answer.body().path("items").get(0).path("detailZh").asString())
                .isNotBlank();
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void anOverlongNumber_isOutOfRange() {
        String digits = "9".repeat(200_000);
        assertThat(bureau.submit(BUREAU, figure("city_integrity_model_schools", digits, "所"))
                        .code())
                .isEqualTo("OUT_OF_RANGE");
        assertThat(bureau.submit(BUREAU, figure("city_integrity_model_schools", "\"" + digits + "\"", "所"))
                        .code())
                .isEqualTo("OUT_OF_RANGE");
    }

    @Test
    void aCompoundUnit_isExplained() {
        Api.Answer answer = bureau.submit(BUREAU, figure("city_integrity_model_schools", "\"5\"", "亿万元"));
        assertThat(answer.body().path("items").get(0).path("detail").asString()).contains("compound", "'所'");
    }

    @Test
    void everyWrongItem_isReported() {
        Api.Answer answer = bureau.submit(
                BUREAU,
                figure("city_integrity_model_schools", "\"x\"", "个")
                        + ",{\"action\":\"submit\",\"type\":\"narrative\",\"item\":\"narrative_3\",\"text\":\"共5所，{{no_such}}\"}"
                        + ",{\"action\":\"correct\",\"type\":\"figure\",\"item\":\"integrity_four_projects\",\"value\":\"4\",\"unit\":\"项\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("SUBMISSION_REFUSED");
        assertThat(answer.itemCodes())
                .containsExactly(
                        "0 UNIT_NOT_ALLOWED",
                        "0 NOT_A_NUMBER",
                        "1 TYPED_NUMBER",
                        "1 UNKNOWN_PLACEHOLDER",
                        "2 REASON_REQUIRED",
                        "2 NOTHING_TO_CORRECT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"organisation":"330602-jtj","items":[            | MALFORMED_JSON
            nonsense                                          | MALFORMED_JSON
            {"organisation":"a","organisation":"b"}           | MALFORMED_JSON
            {"organisation":"a","items":[]} trailing          | MALFORMED_JSON
            {"organisation":"a","items":[{"action":"submit","item":"x","valu":"1"}]} | UNKNOWN_FIELD
            {"organisation":"a","items":[{"action":"delete","item":"x"}]}            | WRONG_JSON
            {"organisation":"a","items":[{"action":"submit","type":"figure","item":"x","value":NaN}]} | MALFORMED_JSON
            {"organisation":5,"items":[]}                     | WRONG_JSON
            {"organisation":"a","items":[]}                   | FIELD_MISSING
            {"items":[{"action":"withdraw","item":"x"}]}      | FIELD_MISSING
            {"organisation":"a","items":[null]}               | FIELD_MISSING
            []                                                | WRONG_JSON
            null                                              | WRONG_JSON
            """)
    void aBodyThatCannotBeRead_is400(String body, String code) {
        Api.Answer answer = bureau.submitRaw(UUID.randomUUID().toString(), body);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void anUnknownField_isNamedWithThoseThatAreKnown() {
        Api.Answer answer = bureau.submitRaw("k", "{\"organisation\":\"a\",\"itmes\":[]}");
        assertThat(answer.body().path("detail").asString()).contains("'itmes'", "items");
    }

    @Test
    void aHugeBody_is413() {
        String body = "{\"organisation\":\"" + BUREAU + "\",\"items\":[\"" + "x".repeat(10 << 20) + "\"]}";
        Api.Answer answer = bureau.submitRaw(UUID.randomUUID().toString(), body);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void missingPermission_isReported() {
        String item = figure("city_integrity_model_schools", "\"5\"", "所");
        assertThat(bureau.submit(FINANCE, item).code()).isEqualTo("NOT_YOUR_ORGANISATION");
        assertThat(service.as("supervisor").submit(BUREAU, item).status()).isEqualTo(403);
        assertThat(service.withToken("no.token.atall").submit(BUREAU, item).status())
                .isEqualTo(401);
        assertThat(service.as("submitter", "nobody").submit("nobody", item).code())
                .isEqualTo("CYCLE_UNKNOWN");
        assertThat(service.as("submitter", BUREAU).get("/ledger/events").status())
                .isEqualTo(403);
        assertThat(service.as("auditor").get("/ledger/events?limit=999999").code())
                .isEqualTo("INVALID_RANGE");
    }

    @Test
    void keysAndCycles_areChecked() {
        String body = "{\"organisation\":\"" + BUREAU + "\",\"items\":["
                + figure("city_integrity_model_schools", "\"5\"", "所") + "]}";
        assertThat(bureau.post(SUBMISSIONS, body).code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
        assertThat(bureau.submitRaw("x".repeat(129), body).code()).isEqualTo("IDEMPOTENCY_KEY_INVALID");
        Api.Answer unknown = bureau.send(bureau.request("/cycles/nowhere/submissions")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("CYCLE_UNKNOWN");
        Api.Answer text = bureau.send(bureau.request(SUBMISSIONS)
                .header("Content-Type", "text/plain")
                .header("Idempotency-Key", "k")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
        assertThat(text.status()).isEqualTo(415);
    }

    private static long size() {
        return service.as("auditor").get("/ledger/size").body().path("size").asLong();
    }
}
