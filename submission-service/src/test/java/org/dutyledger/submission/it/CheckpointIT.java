package org.dutyledger.submission.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.it.Api.BUREAU;
import static org.dutyledger.submission.it.Api.figure;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.types.Binary;
import org.dutyledger.events.Topics;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.Cosigner;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteVerifier;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.tree.MerkleProof;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Checkpoints as those outside see them: signed by themselves, published, cosigned, and refused when something was altered. */
class CheckpointIT {
    private static final String NOTE = "/.well-known/dutyledger/checkpoint";
    private static final String KEY = "/.well-known/dutyledger/key.pem";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private final String database = "l" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void theNewestCheckpoint_isPublicAndSignedByThePublicKey() {
        try (RunningService service = start()) {
            HttpResponse<String> none = service.open(NOTE);
            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(none.body()).contains("CHECKPOINT_NOT_FOUND");
            Api.openCycle(service.as("office"));
            HttpResponse<String> answer = awaitAll(service);
            SignedNote note = SignedNote.parse(answer.body());
            HttpResponse<String> key = service.open(KEY);
            NoteVerifier verifier = new NoteVerifier("dutyledger/ledger", Ed25519Keys.publicPem(key.body()));
            assertThat(verifier.accepts(note)).isTrue();
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
            assertThat(key.headers().firstValue("Content-Type")).hasValue("application/x-pem-file");
            for (String path : List.of(NOTE, KEY)) {
                HttpResponse<String> once = service.open(path);
                assertThat(once.headers().firstValue("Cache-Control").orElseThrow())
                        .contains("max-age", "public");
                String tag = once.headers().firstValue("ETag").orElseThrow();
                assertThat(service.open(path, "If-None-Match", tag).statusCode())
                        .isEqualTo(304);
            }
        }
    }

    @Test
    void anIssuedReport_isCoveredAtOnce_andEveryCheckpointIsInTheTopic() {
        String kafka = Backends.startKafka(Backends.freePort());
        try (RunningService service = RunningService.start(
                        Backends.mongoHost(), kafka, database, Map.of("DUTYLEDGER_CHECKPOINT_EVERY", "1h"));
                Broker broker = new Broker(kafka)) {
            Api.openCycle(service.as("office"));
            await(service, 1);
            long size = service.as("auditor")
                    .get("/ledger/size")
                    .body()
                    .path("size")
                    .asLong();
            long position =
                    new ReportMaker(service).issue(Api.CYCLE, "r1", size - 1).position();
            assertThat(position).isPositive();
            await(service, position + 1);
            List<String> kept = new ArrayList<>();
            for (JsonNode entry : page(service, "")) {
                kept.add(entry.path("note").asString());
            }
            assertThat(broker.read(Topics.CHECKPOINTS, kept.size()))
                    .extracting(record -> record.value())
                    .startsWith(kept.toArray(String[]::new));
        }
    }

    @Test
    void auditors_pageThroughTheHistory_andProveThatOneContinuesTheOther() {
        try (RunningService service = start()) {
            Api.openCycle(service.as("office"));
            awaitAll(service);
            Api.Answer submitted = submit(service);
            await(service, submitted.position() + 1);
            JsonNode first = page(service, "?limit=1").get(0);
            long from = first.path("size").asLong();
            JsonNode last = page(service, "?from=" + (submitted.position() + 1)).get(0);
            long to = last.path("size").asLong();
            JsonNode answer = service.as("supervisor")
                    .get("/ledger/consistency?from=" + from + "&to=" + to)
                    .body();
            List<byte[]> proof = answer.path("proof")
                    .valueStream()
                    .map(hash -> Base64.getDecoder().decode(hash.asString()))
                    .toList();
            assertThat(MerkleProof.extendsTree(from, root(first), to, root(last), proof))
                    .isTrue();
            Api auditor = service.as("auditor");
            assertThat(service.as("office").get("/ledger/checkpoints").code()).isEqualTo("ROLE_MISSING");
            assertThat(service.as("submitter", BUREAU)
                            .get("/ledger/consistency?from=0&to=1")
                            .code())
                    .isEqualTo("ROLE_MISSING");
            for (String wrong : List.of("checkpoints?limit=0", "checkpoints?from=-1", "consistency?from=3&to=2")) {
                assertThat(auditor.get("/ledger/" + wrong).code()).as(wrong).isEqualTo("INVALID_RANGE");
            }
            assertThat(auditor.get("/ledger/checkpoints?limit=x").status()).isEqualTo(400);
            assertThat(auditor.get("/ledger/consistency?from=0&to=99999").code())
                    .isEqualTo("CHECKPOINT_NOT_FOUND");
            assertThat(auditor.get("/ledger/consistency").status()).isEqualTo(400);
        }
    }

    @Test
    void aConfiguredCosigner_isTaken_andServedFromThenOn() {
        Cosigner city = new Cosigner("city.example", Ed25519Keys.generate());
        try (RunningService service = start(city.key().text())) {
            Api.openCycle(service.as("office"));
            SignedNote note = SignedNote.parse(awaitAll(service).body());
            String size = Long.toString(Checkpoint.parse(note.text()).size());
            SignedNote cosigned = city.cosign(note, Instant.now());
            String line = cosigned.signatures().get(1).line();

            SignedNote foreign = new Cosigner("city.example", Ed25519Keys.generate()).cosign(note, Instant.now());
            assertThat(cosign(service, size, foreign.format()))
                    .startsWith("422")
                    .contains("COSIGNER_UNKNOWN");
            assertThat(cosign(service, size, note.format())).startsWith("422").contains("COSIGNER_UNKNOWN");
            SignedNote early = city.cosign(note, Instant.now().plusSeconds(3600));
            assertThat(cosign(service, size, early.format())).startsWith("422").contains("COSIGNATURE_INVALID");
            String other = new Checkpoint("dutyledger/ledger", 1, new byte[32]).text();
            SignedNote another = city.cosign(new SignedNote(other, List.of()), Instant.now());
            assertThat(cosign(service, size, another.format()))
                    .startsWith("409")
                    .contains("CHECKPOINT_DIFFERS");
            assertThat(cosign(service, size, another.signatures().get(0).line()))
                    .startsWith("422")
                    .contains("COSIGNATURE_INVALID");
            assertThat(cosign(service, "99999", line)).startsWith("404").contains("CHECKPOINT_NOT_FOUND");
            assertThat(cosign(service, size, "no note")).startsWith("400").contains("MALFORMED_NOTE");
            assertThat(cosign(service, size, "")).startsWith("400").contains("MALFORMED_NOTE");
            assertThat(cosign(service, size, "x".repeat(70_000)))
                    .startsWith("400")
                    .contains("MALFORMED_NOTE");

            assertThat(cosign(service, size, line)).isEqualTo("200 " + cosigned.format());
            assertThat(cosign(service, size, cosigned.format())).isEqualTo("200 " + cosigned.format());
            assertThat(service.open(NOTE).body()).isEqualTo(cosigned.format());
            assertThat(page(service, "?from=" + size).get(0).path("note").asString())
                    .isEqualTo(cosigned.format());
            assertThat(service.as("office")
                            .post("/ledger/checkpoints/" + size + "/cosignatures", "x")
                            .code())
                    .isEqualTo("ROLE_MISSING");
        }
    }

    @Test
    void anAlteredLedger_isNotSigned_andReported_whileSubmissionsContinue() {
        try (RunningService service = start()) {
            Api.openCycle(service.as("office"));
            awaitAll(service);
            assertThat(service.open("/actuator/health").body()).contains("\"UP\"");
            renameABureau(service.bean(MongoDatabase.class).getCollection("log"));
        }
        try (RunningService service = start()) {
            int kept = page(service, "").size();
            assertThat(submit(service).status()).isEqualTo(201);
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> service.open("/actuator/health").body().contains("\"CHECKPOINT_ALARM\""));
            assertThat(service.health()).isEqualTo(200);
            Api.Answer refused = service.as("auditor").get("/ledger/proof/1");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("CHECKPOINT_REFUSED");
            assertThat(submit(service).status()).isLessThan(500);
            assertThat(page(service, "").size()).isEqualTo(kept);
        }
    }

    /** Bytes that anyone would still take for an event, only not the one that was signed. */
    private static void renameABureau(MongoCollection<Document> log) {
        Document last = log.find().sort(Sorts.descending("_id")).first();
        Binary event = last.getList("e", Document.class).get(0).get("d", Binary.class);
        String renamed = new String(event.getData(), StandardCharsets.UTF_8).replace("局", "厅");
        log.updateOne(
                Filters.eq("_id", last.get("_id")),
                Updates.set("e.0.d", new Binary(renamed.getBytes(StandardCharsets.UTF_8))));
    }

    private RunningService start() {
        return start("");
    }

    private RunningService start(String cosigners) {
        return RunningService.start(
                Backends.mongoHost(),
                "127.0.0.1:" + Backends.freePort(),
                database,
                Map.of("DUTYLEDGER_CHECKPOINT_EVERY", "1s", "DUTYLEDGER_COSIGNERS", cosigners));
    }

    private static Api.Answer submit(RunningService service) {
        return service.as("submitter", BUREAU).submit(BUREAU, figure("city_integrity_model_schools", "\"5\"", "所"));
    }

    /** The newest checkpoint, as soon as it covers everything. */
    private static HttpResponse<String> awaitAll(RunningService service) {
        return await(
                service,
                service.as("auditor").get("/ledger/size").body().path("size").asLong());
    }

    /** The newest checkpoint, as soon as it covers so many events. */
    private static HttpResponse<String> await(RunningService service, long size) {
        Awaitility.await().atMost(LIMIT).until(() -> {
            HttpResponse<String> answer = service.open(NOTE);
            return answer.statusCode() == 200
                    && Checkpoint.parse(SignedNote.parse(answer.body()).text()).size() >= size;
        });
        return service.open(NOTE);
    }

    private static JsonNode page(RunningService service, String query) {
        return service.as("auditor").get("/ledger/checkpoints" + query).body().path("checkpoints");
    }

    private static byte[] root(JsonNode entry) {
        return Checkpoint.parse(SignedNote.parse(entry.path("note").asString()).text())
                .root();
    }

    private static String cosign(RunningService service, String size, String body) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            service.as("supervisor")
                                    .request("/ledger/checkpoints/" + size + "/cosignatures")
                                    .header("Content-Type", "text/plain")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
