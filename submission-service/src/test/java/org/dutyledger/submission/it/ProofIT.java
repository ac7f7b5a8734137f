package org.dutyledger.submission.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.it.Api.figure;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.events.CycleEvent.ReportIssuedV3;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteVerifier;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.tree.MerkleProof;
import org.dutyledger.proof.tree.StreamsRoot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the service proves holds before those who have nothing but the proof. */
class ProofIT {
    private static RunningService service;
    private static Api auditor;

    @BeforeAll
    static void open() {
        service = RunningService.start();
        auditor = service.as("auditor");
        Api.openCycle(service.as("office"));
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void anyEvent_isProvedToBeInTheLedger() {
        JsonNode events = auditor.get("/ledger/events").body().path("events");
        assertThat(events.size()).isGreaterThan(20);
        for (int position : new int[] {0, 7, events.size() - 1}) {
            JsonNode proof = auditor.get("/ledger/proof/" + position).body();
            byte[] stored =
                    Base64.getDecoder().decode(events.get(position).path("data").asString());
            assertThat(proof.path("position").asString()).isEqualTo(Integer.toString(position));
            byte[] leaf = HexFormat.of().parseHex(proof.path("leaf").asString());
            assertThat(leaf).isEqualTo(CommitHash.leaf(stored));
            Checkpoint checkpoint = checkpoint(proof);
            assertThat(checkpoint.size()).isBetween(position + 1L, Math.max(position + 1L, size()));
            assertThat(MerkleProof.includes(
                            position, checkpoint.size(), leaf, path(proof.path("path")), checkpoint.root()))
                    .isTrue();
        }
    }

    @Test
    void onlyAuditors_mayAsk_andOnlyForWhatThereIs() {
        assertThat(service.as("office").get("/ledger/proof/0").code()).isEqualTo("ROLE_MISSING");
        assertThat(service.withToken("x").get("/ledger/proof/0").status()).isEqualTo(401);
        for (String none : List.of("-1", "99999", Long.toString(Long.MAX_VALUE))) {
            Api.Answer answer = auditor.get("/ledger/proof/" + none);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("POSITION_UNKNOWN");
        }
        assertThat(auditor.get("/ledger/proof/99999999999999999999").status()).isEqualTo(400);
        assertThat(auditor.get("/ledger/proof/x").status()).isEqualTo(400);
    }

    @Test
    void aReport_isProvedWithEveryEventOfItsCycle() {
        service.as("submitter", Api.BUREAU).submit(Api.BUREAU, figure("party_org_coverage_rate", "\"100\"", "%"));
        long upTo = size() - 1;
        service.as("submitter", Api.FINANCE)
                .submit(Api.FINANCE, figure("general_public_budget_education", "\"18.87\"", "亿元"));
        ReportMaker.Made made = new ReportMaker(service).make(Api.CYCLE, "r1", upTo);
        long issued = issue("r1", upTo);
        JsonNode bundle =
                service.asOf("330602", "supervisor").get(proof(upTo, issued)).body();

        assertThat(bundle.propertyNames()).containsExactly("checkpoint", "key", "issued", "streams", "events");
        assertThat(bundle.path("issued").asString()).isEqualTo(Long.toString(issued));
        Checkpoint checkpoint = checkpoint(bundle);
        assertThat(checkpoint.size()).isGreaterThan(issued);
        Map<String, StreamsRoot.End> ends = new TreeMap<>();
        List<Long> positions = new ArrayList<>();
        for (JsonNode event : bundle.path("events")) {
            long position = Long.parseLong(event.path("position").asString());
            byte[] stored = Base64.getDecoder().decode(event.path("d").asString());
            byte[] leaf = CommitHash.leaf(stored);
            assertThat(MerkleProof.includes(
                            position, checkpoint.size(), leaf, path(event.path("path")), checkpoint.root()))
                    .as("event %s", position)
                    .isTrue();
            RecordedEvent recorded = RecordedEvent.decode(position, null, stored);
            positions.add(position);
            if (position <= upTo) {
                assertThat(recorded.sequence())
                        .isEqualTo(
                                ends.containsKey(recorded.stream())
                                        ? ends.get(recorded.stream()).length()
                                        : 0);
                String hex = HexFormat.of().formatHex(leaf);
                ends.put(recorded.stream(), new StreamsRoot.End(recorded.stream(), recorded.sequence() + 1, hex));
            } else {
                assertThat(recorded.event())
                        .isEqualTo(new ReportIssuedV3(
                                Api.CYCLE,
                                "r1",
                                upTo,
                                StreamsRoot.hex(ends.values()),
                                ReportComputation.FORM,
                                made.modelSha256(),
                                made.files()));
            }
        }
        List<Long> expected =
                new ArrayList<>(LongStream.rangeClosed(0, upTo).boxed().toList());
        expected.add(issued);
        assertThat(positions).isEqualTo(expected);
        assertThat(bundle.path("streams").valueStream().map(ProofIT::end).toList())
                .containsExactlyElementsOf(ends.values());
    }

    @Test
    void aProof_isOfARecordedReport_forThoseOfItsJurisdiction() {
        long upTo = size() - 1;
        long issued = issue("r2", upTo);
        String right = proof(upTo, issued);
        assertThat(service.asOf("330603", "supervisor").get(right).code()).isEqualTo("CYCLE_UNKNOWN");
        assertThat(service.as("submitter", Api.FINANCE).get(right).code()).isEqualTo("ROLE_MISSING");
        for (String wrong : List.of(proof(upTo - 1, issued), proof(upTo, upTo), proof(upTo, -1), proof(upTo, 99_999))) {
            assertThat(auditor.get(wrong).status()).as(wrong).isEqualTo(404);
            assertThat(auditor.get(wrong).code()).isEqualTo("REPORT_UNKNOWN");
        }
        assertThat(auditor.get(right.replace(Api.CYCLE, "nowhere")).code()).isEqualTo("CYCLE_UNKNOWN");
        assertThat(auditor.get("/ledger/proof?cycle=" + Api.CYCLE).code()).isEqualTo("VALUE_MISSING");
        assertThat(auditor.get(right).status()).isEqualTo(200);
    }

    private static String proof(long upToPosition, long issued) {
        return "/ledger/proof?cycle=" + Api.CYCLE + "&upToPosition=" + upToPosition + "&issued=" + issued;
    }

    private static long issue(String report, long upTo) {
        return new ReportMaker(service).issue(Api.CYCLE, report, upTo).position();
    }

    private static long size() {
        return auditor.get("/ledger/size").body().path("size").asLong();
    }

    private static StreamsRoot.End end(JsonNode stream) {
        return new StreamsRoot.End(
                stream.path("stream").asString(),
                Long.parseLong(stream.path("length").asString()),
                stream.path("lastLeaf").asString());
    }

    static Checkpoint checkpoint(JsonNode proof) {
        SignedNote note = SignedNote.parse(proof.path("checkpoint").asString());
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        assertThat(new NoteVerifier(
                                checkpoint.origin(),
                                Ed25519Keys.publicPem(proof.path("key").asString()))
                        .accepts(note))
                .isTrue();
        return checkpoint;
    }

    static List<byte[]> path(JsonNode path) {
        return path.valueStream()
                .map(hash -> Base64.getDecoder().decode(hash.asString()))
                .toList();
    }
}
