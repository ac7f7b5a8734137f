package org.dutyledger.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dutyledger.events.CycleEvent.ReportIssued;
import org.dutyledger.events.EventTypes;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.local.client.SuiteClient;
import org.dutyledger.local.demo.SubmissionReceipt;
import tools.jackson.databind.JsonNode;

/** The whole ledger, read through the audit feed. */
record LedgerAudit(List<RecordedEvent> events) {

    static LedgerAudit read(SuiteClient auditor) {
        List<RecordedEvent> events = new ArrayList<>();
        while (true) {
            JsonNode page = auditor.get("/api/v1/ledger/events?limit=200&from=" + events.size());
            for (JsonNode event : page.path("events")) {
                events.add(RecordedEvent.decode(
                        Long.parseLong(event.path("position").asString()),
                        event.path("commitHash").asString(),
                        Base64.getDecoder().decode(event.path("data").asString())));
            }
            if (page.path("events").isEmpty()) {
                assertThat(page.path("size").asString()).isEqualTo(Integer.toString(events.size()));
                return new LedgerAudit(events);
            }
        }
    }

    /** Positions are contiguous, and no event and no (stream, sequence) occurs twice. */
    void isSound() {
        assertThat(events.stream().map(RecordedEvent::position).toList())
                .isEqualTo(IntStream.range(0, events.size())
                        .mapToObj(i -> (long) i)
                        .toList());
        assertThat(events.stream().map(RecordedEvent::id)).doesNotHaveDuplicates();
        assertThat(events.stream().map(e -> e.stream() + "#" + e.sequence())).doesNotHaveDuplicates();
    }

    /** Every event of every receipt is at its place, and each submission is stored exactly once. */
    void holdsOnce(List<SubmissionReceipt> receipts) {
        for (SubmissionReceipt receipt : receipts) {
            for (SubmissionReceipt.Place place : receipt.places()) {
                RecordedEvent event = events.get((int) place.position());
                assertThat(EventTypes.nameOf(event.event().getClass())).isEqualTo(place.type());
                assertThat(event.commitHash()).isEqualTo(receipt.commitHash());
                assertThat(((ItemEvent) event.event()).item()).isEqualTo(place.item());
            }
        }
        Map<String, Long> stored = events.stream()
                .filter(e -> e.event() instanceof ItemEvent)
                .collect(Collectors.groupingBy(e -> ((ItemEvent) e.event()).submission(), Collectors.counting()));
        assertThat(receipts.stream().map(SubmissionReceipt::submission)).doesNotHaveDuplicates();
        assertThat(receipts.stream().collect(Collectors.toMap(SubmissionReceipt::submission, r ->
                        (long) r.places().size())))
                .as("submission -> events")
                .isEqualTo(stored);
    }

    /** The report is recorded, and for that position. */
    void holdsIssued(String report, long upToPosition) {
        assertThat(events).anySatisfy(e -> assertThat(e.event()).isInstanceOfSatisfying(ReportIssued.class, issued -> {
            assertThat(issued.report()).isEqualTo(report);
            assertThat(issued.upToPosition()).isEqualTo(upToPosition);
        }));
    }
}
