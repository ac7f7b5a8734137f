package org.dutyledger.submission.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.it.Api.CYCLE;
import static org.dutyledger.submission.it.Api.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dutyledger.events.EvidenceEvent.FigureSet;
import org.dutyledger.events.EvidenceEvent.FigureSubmitted;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.junit.jupiter.api.Test;

/**
 * 64 clients at once over the same indicators, each request sent twice: no receipt is lost, none is given for two
 * requests.
 */
class ManyClientsIT {
    private static final int CLIENTS = 64;

    @Test
    void everyReceipt_isInTheLedgerOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try (RunningService service = RunningService.start()) {
            Api.openCycle(service.as("office"));
            String organisations = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> "{\"organisation\":\"s" + i + "\",\"name\":\"单位" + i
                            + "\",\"roles\":[\"education-bureau\"]}")
                    .collect(Collectors.joining(","));
            assertThat(service.as("office")
                            .put("/cycles/" + CYCLE + "/organisations", "{\"organisations\":[" + organisations + "]}")
                            .status())
                    .isEqualTo(201);
            List<Callable<List<Api.Answer>>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Api api = service.as("submitter", "s" + i);
                String organisation = "s" + i;
                int turn = i;
                for (int twice = 0; twice < 2; twice++) {
                    clients.add(() -> work(api, organisation, turn));
                }
            }
            Set<Long> positions = new HashSet<>();
            int stored = 0;
            for (Future<List<Api.Answer>> done : threads.invokeAll(clients)) {
                for (Api.Answer answer : done.get()) {
                    assertThat(answer.status()).as("%s", answer.body()).isIn(200, 201);
                    stored += answer.status() == 201 ? 1 : 0;
                    positions.add(answer.position());
                }
            }
            assertThat(stored)
                    .as("each request is stored by one of its two senders")
                    .isEqualTo(CLIENTS * 2);
            assertThat(positions).hasSize(CLIENTS * 2);
            check(service.bean(Ledger.class), positions);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Two submissions over three indicators, whose order differs from client to client. */
    private static List<Api.Answer> work(Api api, String organisation, int turn) {
        String a = figure("city_integrity_model_schools", "\"5\"", "所");
        String b = figure("bureau_cadres_linked_schools", "\"71\"", "位");
        String c = figure("party_org_coverage_rate", "\"100\"", "%");
        String items = turn % 2 == 0 ? a + "," + b + "," + c : c + "," + b + "," + a;
        Api.Answer first = api.submit(organisation, "first", items);
        Api.Answer second = api.submit(
                organisation,
                "second",
                b.replace("submit", "correct").replace("71", "72").replace("}", ",\"reason\":\"核实后更正\"}"));
        return List.of(first, second);
    }

    private static void check(Ledger ledger, Set<Long> receipts) {
        Set<String> set = new HashSet<>();
        long next = 0;
        int found = 0;
        for (StoredCommit commit : ledger.read(0, 10_000)) {
            assertThat(commit.position()).isEqualTo(next);
            next = commit.nextPosition();
            found += receipts.contains(commit.position()) ? 1 : 0;
            for (StoredEvent event : commit.events()) {
                RecordedEvent recorded = RecordedEvent.decode(event.position(), null, event.data());
                if (recorded.event() instanceof FigureSet figure) {
                    boolean first = figure instanceof FigureSubmitted;
                    assertThat(set.add(figure.item() + figure.organisation() + first))
                            .isTrue();
                }
            }
        }
        assertThat(found).isEqualTo(receipts.size());
        assertThat(set).hasSize(CLIENTS * 4);
    }
}
