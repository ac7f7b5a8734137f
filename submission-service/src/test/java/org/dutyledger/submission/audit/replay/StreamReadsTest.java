package org.dutyledger.submission.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.submission.MemoryService;
import org.junit.jupiter.api.Test;

class StreamReadsTest {
    private static final String STREAM = "evidence/c/1";
    private final MemoryService service = new MemoryService().withCycle();
    private final StreamReads reads = new StreamReads(service.ledger);

    @Test
    void aStream_isReadOnFromWhereItWasLastTime() {
        assertThat(reads.all(STREAM)).hasSize(1);
        for (int i = 1; i <= 20; i++) {
            service.submit("k" + i, i == 1 ? MemoryService.budget("1") : corrected(i));
            assertThat(reads.all(STREAM)).hasSize(i + 1).isEqualTo(new StreamReads(service.ledger).all(STREAM));
        }
        assertThat(reads.all("evidence/c/none")).isEmpty();
    }

    @Test
    void receipts_areThoseOfTheCommits_howeverFarApart() {
        service.submit("k1", MemoryService.budget("1") + "," + MemoryService.schools("1"));
        for (int i = 2; i <= 40; i++) {
            service.submit("k" + i, corrected(i));
        }
        Map<Long, StreamReads.Receipt> all = new TreeMap<>();
        for (StoredCommit commit : service.ledger.read(0, 1_000)) {
            String hash = HexFormat.of().formatHex(commit.hash());
            commit.events().forEach(event -> all.put(event.position(), new StreamReads.Receipt(hash, event.data())));
        }
        for (int step : List.of(1, 2, 3, 7, 30)) {
            List<Long> positions = LongStream.range(0, service.ledger.size())
                    .filter(position -> position % step == 0)
                    .boxed()
                    .toList();
            Map<Long, StreamReads.Receipt> expected = new TreeMap<>(all);
            expected.keySet().retainAll(positions);
            assertThat(reads.receipts(positions)).isEqualTo(expected);
        }
        assertThat(reads.receipts(List.of(1_000_000L))).isEmpty();
    }

    @Test
    void cache_isBounded_andEvictsTheOldest() {
        RecentStreams recent = new RecentStreams(100);
        List<RecordedEvent> events = reads.all(STREAM);
        recent.keep("a", new RecentStreams.Kept(events, 40));
        recent.keep("b", new RecentStreams.Kept(events, 40));
        recent.of("a");
        recent.keep("c", new RecentStreams.Kept(events, 40));
        assertThat(recent.of("b").events()).isEmpty();
        assertThat(recent.of("a").events()).isEqualTo(events);
        recent.keep("a", new RecentStreams.Kept(events, 60));
        assertThat(recent.of("c").events()).isEqualTo(events);
        recent.keep("huge", new RecentStreams.Kept(events, 1_000));
        for (String stream : List.of("a", "c", "huge")) {
            assertThat(recent.of(stream).events()).isEmpty();
        }
    }

    private static String corrected(int value) {
        return MemoryService.budget(Integer.toString(value))
                .replace("submit", "correct")
                .replace("}", ",\"reason\":\"核实\"}");
    }
}
