package org.dutyledger.submission.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.tree.StreamsRoot.End;
import org.dutyledger.submission.MemoryService;
import org.dutyledger.submission.intake.request.CycleRequest;
import org.dutyledger.submission.view.CycleView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CycleStreamsTest {
    private final MemoryService service = new MemoryService();
    private final CycleStreams streams = new CycleStreams(service.ledger);
    private long opened;

    @BeforeEach
    void twoCyclesWithEvents() {
        service.accept(new CycleRequest.Open("c-2", "330603", "柯桥区", 2021, "small", null), null);
        opened = service.ledger.size();
        service.withCycle();
        service.submit("k1", MemoryService.budget("1") + "," + MemoryService.schools("1"));
        for (int i = 2; i < 130; i++) {
            service.submit(
                    "k" + i,
                    "{\"action\":\"correct\",\"type\":\"figure\",\"item\":\"budget\",\"unit\":\"亿元\",\"reason\":\"更正\","
                            + "\"value\":\"" + i + "\"}");
        }
    }

    @Test
    void atAnyPosition_theyAreThoseOfTheWholeLedgerReadOnce() {
        CycleView cycle = service.cycles.require("c");
        TreeMap<String, End> expected = new TreeMap<>();
        for (StoredEvent event : all(service.ledger)) {
            if (event.stream().equals("cycle/c") || event.stream().startsWith("evidence/c/")) {
                String leaf = HexFormat.of().formatHex(CommitHash.leaf(event.data()));
                expected.put(event.stream(), new End(event.stream(), event.sequence() + 1, leaf));
            }
            assertThat(streams.upTo(cycle, event.position()))
                    .as("at %s", event.position())
                    .containsExactlyElementsOf(expected.values());
        }
        assertThat(streams.upTo(cycle, opened - 1)).isEmpty();
        assertThat(streams.upTo(cycle, opened)).hasSize(1);
    }

    @Test
    void theirEvents_comeInTheOrderOfTheLedger_eachOnce() {
        long upTo = service.ledger.size() - 20;
        List<StoredEvent> found = new ArrayList<>();
        new MergedStreams(service.ledger, streams.upTo(service.cycles.require("c"), upTo)).forEachRemaining(found::add);
        assertThat(found)
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(all(service.ledger).stream()
                        .map(StoredEvent::position)
                        .filter(p -> p >= opened && p <= upTo)
                        .toList());
    }

    @Test
    void aStreamThatIsShorterThanItWas_isNoticed() {
        MergedStreams events = new MergedStreams(service.ledger, List.of(new End("cycle/c", 9, "ab".repeat(32))));
        assertThatThrownBy(() -> events.forEachRemaining(event -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("stream 'cycle/c' lacks its event 3");
    }

    private static List<StoredEvent> all(Ledger ledger) {
        return ledger.read(0, 10_000).stream()
                .flatMap(commit -> commit.events().stream())
                .toList();
    }
}
