package org.dutyledger.document.state;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dutyledger.evaluation.Item.State;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.events.CycleEvent.ReportIssued;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.jspecify.annotations.Nullable;

/**
 * A cycle as of a ledger position: a pure function of its events up to there, so two states folded from the same
 * events are equal.
 *
 * @param upTo the position of this state
 * @param asOf server time of the cycle's last event up to there; the epoch when it has none
 * @param opening how the cycle opened, or null when it has not up to here
 * @param closed whether it is closed
 * @param organisations names by id
 * @param items every item ever set, by item id, then organisation
 * @param evidence files by item id, in order of attachment
 * @param issued reports recorded so far
 * @param changedAt position of the last event other than the issue of a report, -1 for none
 */
public record CycleState(
        String cycle,
        long upTo,
        Instant asOf,
        @Nullable Opening opening,
        boolean closed,
        Map<String, String> organisations,
        Map<String, Map<String, Item>> items,
        Map<String, List<EvidenceFile>> evidence,
        List<Issued> issued,
        long changedAt) {
    public CycleState {
        organisations = Map.copyOf(organisations);
        Map<String, Map<String, Item>> copy = new TreeMap<>();
        items.forEach((id, byOrganisation) -> copy.put(id, Map.copyOf(byOrganisation)));
        items = Map.copyOf(copy);
        Map<String, List<EvidenceFile>> files = new TreeMap<>();
        evidence.forEach((id, list) -> files.put(id, List.copyOf(list)));
        evidence = Map.copyOf(files);
        issued = List.copyOf(issued);
    }

    /** The item that the report prints: of those that count, the one that was set last. */
    public Optional<Item> standing(String itemId) {
        return items.getOrDefault(itemId, Map.of()).values().stream()
                .filter(Item::counts)
                .max((a, b) -> Long.compare(a.setBy().position(), b.setBy().position()));
    }

    /** Whether no value of the item counts, and one was returned and not corrected yet. */
    public boolean returned(String itemId) {
        return standing(itemId).isEmpty()
                && items.getOrDefault(itemId, Map.of()).values().stream()
                        .anyMatch(item -> item.standing() == State.RETURNED);
    }

    /** The position of the last event about this item, or -1 without one. */
    public long touched(String itemId) {
        return items.getOrDefault(itemId, Map.of()).values().stream()
                .mapToLong(Item::touched)
                .max()
                .orElse(-1);
    }

    /** Name of an organisation, its id when it was never registered. */
    public String nameOf(String organisation) {
        return organisations.getOrDefault(organisation, organisation);
    }

    /**
     * The event that set a value.
     *
     * @param commitHash hash of the commit that holds it, or null where only the event is known; no report prints it
     * @param organisation empty for events of the cycle itself
     */
    public record SetBy(
            long position,
            @Nullable String commitHash,
            String eventId,
            Instant recordedAt,
            String organisation,
            String submission) {}

    /** How the cycle opened, and by which event. */
    public record Opening(CycleOpened event, SetBy setBy) {}

    /** A report that was issued, and by which event. */
    public record Issued(ReportIssued event, SetBy setBy) {}

    /** An evidence file (佐证材料). */
    public record EvidenceFile(String item, String sha256, String fileName, String mediaType, long size, SetBy setBy) {}

    /**
     * A figure, fact or narrative of one organisation.
     *
     * @param holder indicator or section
     * @param number the figure's value, or null for texts
     * @param text the fact's or narrative's text, or null for figures
     * @param setBy the event that set the value
     * @param touched the last event that changed the value or the state
     */
    public record Item(
            String item,
            String holder,
            String organisation,
            @Nullable Figure number,
            @Nullable String text,
            String period,
            State standing,
            SetBy setBy,
            long touched) {
        /** Whether its value counts. */
        public boolean counts() {
            return standing.counts();
        }
    }

    /** A number as it was submitted. */
    public record Figure(BigDecimal value, String unit, Basis basis) {}
}
