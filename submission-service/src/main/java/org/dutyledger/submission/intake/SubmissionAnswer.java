package org.dutyledger.submission.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.dutyledger.events.DutyEvent;
import org.dutyledger.events.EventTypes;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.ledger.Receipt;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a caller: the receipt of a stored commit, or the events that would be stored.
 *
 * @param submission id of the submission or review, null for acts on a cycle
 * @param commitHash lower-case hex
 * @param repeated whether this is the receipt of an earlier request with the same key, or nothing had to be stored
 * @param dryRun true when nothing was stored because that was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubmissionAnswer(
        @Nullable String submission,
        String cycle,
        @Nullable String organisation,
        @Nullable Instant recordedAt,
        @Nullable Long firstPosition,
        @Nullable Long lastPosition,
        @Nullable String commitHash,
        List<Line> events,
        boolean repeated,
        @Nullable Boolean dryRun) {

    /** One stored event. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            @Nullable Long position, String type, @Nullable String item) {}

    /** Whether this request, and not an earlier one, changed the ledger. */
    public boolean wasStoredNow() {
        return !repeated && dryRun == null;
    }

    static SubmissionAnswer dryRun(String cycle, List<DutyEvent> events) {
        return of(cycle, events, null, null, false, true);
    }

    /** Nothing had to be stored: everything is so already. */
    static SubmissionAnswer unchanged(String cycle) {
        return of(cycle, List.of(), null, null, true, null);
    }

    static SubmissionAnswer stored(String cycle, List<DutyEvent> events, Instant recordedAt, Receipt receipt) {
        return of(cycle, events, recordedAt, receipt, false, null);
    }

    /** The first receipt again, read from the ledger. */
    static SubmissionAnswer repeated(StoredCommit commit) {
        List<DutyEvent> events = new ArrayList<>();
        Instant recordedAt = commit.recordedAt();
        for (StoredEvent stored : commit.events()) {
            RecordedEvent recorded = RecordedEvent.decode(stored.position(), null, stored.data());
            events.add(recorded.event());
            recordedAt = recorded.recordedAt();
        }
        Receipt receipt = new Receipt(commit.position(), commit.nextPosition() - 1, commit.hash(), true);
        return of(events.get(0).cycle(), events, recordedAt, receipt, true, null);
    }

    private static SubmissionAnswer of(
            String cycle,
            List<DutyEvent> events,
            @Nullable Instant recordedAt,
            @Nullable Receipt receipt,
            boolean repeated,
            @Nullable Boolean dryRun) {
        List<Line> lines = new ArrayList<>();
        String submission = null;
        String organisation = null;
        for (int i = 0; i < events.size(); i++) {
            DutyEvent event = events.get(i);
            ItemEvent item = event instanceof ItemEvent one ? one : null;
            if (item != null) {
                submission = item.submission();
                organisation = item.organisation();
            }
            lines.add(new Line(
                    receipt == null ? null : receipt.firstPosition() + i,
                    EventTypes.nameOf(event.getClass()),
                    item == null ? null : item.item()));
        }
        return new SubmissionAnswer(
                dryRun == null ? submission : null,
                cycle,
                organisation,
                recordedAt,
                receipt == null ? null : receipt.firstPosition(),
                receipt == null ? null : receipt.lastPosition(),
                receipt == null ? null : HexFormat.of().formatHex(receipt.hash()),
                lines,
                repeated,
                dryRun);
    }
}
