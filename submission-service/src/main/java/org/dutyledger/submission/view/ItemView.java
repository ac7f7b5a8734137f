package org.dutyledger.submission.view;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.events.EvidenceEvent;
import org.dutyledger.events.EvidenceEvent.FactCorrected;
import org.dutyledger.events.EvidenceEvent.FactSubmitted;
import org.dutyledger.events.EvidenceEvent.FigureSet;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.EvidenceEvent.TextSet;
import org.dutyledger.events.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * The state of one organisation's item. Decimals are text.
 *
 * @param holder the indicator or section
 * @param status absent (only files so far), submitted, returned, accepted or withdrawn
 * @param reason why it was last returned, corrected or withdrawn
 * @param position ledger position of the last event about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemView(
        String item,
        String organisation,
        String holder,
        String status,
        @Nullable String value,
        @Nullable String unit,
        @Nullable String period,
        @Nullable String basis,
        @Nullable String asOf,
        @Nullable String note,
        @Nullable String text,
        @Nullable String reason,
        List<File> files,
        int events,
        @JsonFormat(shape = JsonFormat.Shape.STRING) long position,
        Instant recordedAt) {

    /** An attached evidence file. */
    public record File(String sha256, String fileName, String mediaType, long size) {}

    /** The item's state after one more event about it. */
    public static ItemView fold(@Nullable ItemView before, RecordedEvent recorded, ItemEvent event) {
        Draft now = new Draft(before);
        now.apply(event);
        return new ItemView(
                event.item(),
                event.organisation(),
                event.indicator(),
                now.status,
                now.value,
                now.unit,
                now.period,
                now.basis,
                now.asOf,
                now.note,
                now.text,
                now.reason,
                List.copyOf(now.files),
                before == null ? 1 : before.events + 1,
                recorded.position(),
                recorded.recordedAt());
    }

    /** The fields under change. */
    private static final class Draft {
        private String status = "absent";
        private @Nullable String value;
        private @Nullable String unit;
        private @Nullable String period;
        private @Nullable String basis;
        private @Nullable String asOf;
        private @Nullable String note;
        private @Nullable String text;
        private @Nullable String reason;
        private final List<File> files = new ArrayList<>();

        Draft(@Nullable ItemView before) {
            if (before != null) {
                status = before.status;
                value = before.value;
                unit = before.unit;
                period = before.period;
                basis = before.basis;
                asOf = before.asOf;
                note = before.note;
                text = before.text;
                reason = before.reason;
                files.addAll(before.files);
            }
        }

        void apply(ItemEvent event) {
            if (event instanceof EvidenceEvent.EvidenceAttached file) {
                files.add(new File(file.sha256(), file.fileName(), file.mediaType(), file.size()));
            } else if (event instanceof EvidenceEvent.ItemReturned returned) {
                status = "returned";
                reason = returned.reason();
            } else if (event instanceof EvidenceEvent.ItemAccepted) {
                status = "accepted";
                reason = null;
            } else {
                clear();
                set(event);
            }
        }

        private void set(ItemEvent event) {
            status = "submitted";
            if (event instanceof FigureSet figure) {
                value = figure.value().toPlainString();
                unit = figure.unit();
                period = figure.period();
                basis = figure.basis().name();
                asOf = figure.asOf() == null ? null : figure.asOf().toString();
                note = figure.note();
            } else if (event instanceof TextSet set) {
                text = set.text();
            }
            if (event instanceof FactSubmitted fact) {
                period = fact.period();
                note = fact.note();
            } else if (event instanceof FactCorrected fact) {
                period = fact.period();
                note = fact.note();
                reason = fact.reason();
            } else if (event instanceof EvidenceEvent.FigureCorrected figure) {
                reason = figure.reason();
            } else if (event instanceof EvidenceEvent.NarrativeRevised narrative) {
                reason = narrative.reason();
            } else if (event instanceof EvidenceEvent.ItemWithdrawn withdrawn) {
                status = "withdrawn";
                reason = withdrawn.reason();
            }
        }

        private void clear() {
            value = null;
            unit = null;
            period = null;
            basis = null;
            asOf = null;
            note = null;
            text = null;
            reason = null;
        }
    }
}
