package org.dutyledger.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Facts about one indicator's evidence; they live in the stream {@code evidence/<cycle>/<indicator>}.
 *
 * <p>An <em>item</em> is one figure (数据项), fact (事实项) or narrative (文字材料) of one organisation. Its id is that of
 * the framework's figure, fact or narrative slot.
 */
public sealed interface EvidenceEvent extends DutyEvent {

    /** The indicator's id in the framework, for example {@code 13}. */
    String indicator();

    /** An indicator starts to take evidence; stored in the same commit as {@link CycleEvent.CycleOpened}. */
    record IndicatorOpened(String cycle, String indicator) implements EvidenceEvent {}

    /** An indicator takes no more evidence; stored in the same commit as {@link CycleEvent.CycleClosed}. */
    record IndicatorLocked(String cycle, String indicator) implements EvidenceEvent {}

    /** An event about one item of one organisation. */
    sealed interface ItemEvent extends EvidenceEvent {
        /** Id of the figure, fact or narrative slot in the framework. */
        String item();

        /** The organisation whose item this is. */
        String organisation();

        /** The atomic submission (报送) or review that caused this event. */
        String submission();
    }

    /** An item event that sets the value of a figure. */
    sealed interface FigureSet extends ItemEvent {
        /** Characters that a number has at most, sign and decimal point included. */
        int LONGEST_NUMBER = 40;

        /** The number, exactly as many decimals as the framework stores. */
        BigDecimal value();

        /** Code of the unit as the framework enumerates it, for example {@code 亿元}. */
        String unit();

        /** The period of the number, for example {@code 2021} or {@code 2021-12-31}. */
        String period();

        /** The basis of the number. */
        Basis basis();

        /** The day the number was true, where that is narrower than the period. */
        @Nullable
        LocalDate asOf();

        /** The submitter's remark. */
        @Nullable
        String note();
    }

    /** Whether a number was counted, or only declared by the submitter for a figure that the system computes. */
    enum Basis {
        /** Counted or taken from a register: a raw figure. */
        REPORTED,
        /** The submitter's own value of a derived figure; never an input of a measure, only compared with it. */
        DECLARED,
        /** A lower bound, printed as “20余”. */
        AT_LEAST
    }

    record FigureSubmitted(
            String cycle,
            String indicator,
            String item,
            String organisation,
            String submission,
            BigDecimal value,
            String unit,
            String period,
            Basis basis,
            @Nullable LocalDate asOf,
            @Nullable String note)
            implements FigureSet {}

    /** The number was wrong and is replaced; {@code previous} is the value it replaces. */
    record FigureCorrected(
            String cycle,
            String indicator,
            String item,
            String organisation,
            String submission,
            BigDecimal value,
            String unit,
            String period,
            Basis basis,
            @Nullable LocalDate asOf,
            @Nullable String note,
            BigDecimal previous,
            String reason)
            implements FigureSet {}

    /** An item event that sets a text. */
    sealed interface TextSet extends ItemEvent {
        /** The text; a narrative's numbers are {@code {{figure_id}}} placeholders. */
        String text();
    }

    /** A short text that the report quotes: a document's title, a name, a claim such as 符合. */
    record FactSubmitted(
            String cycle,
            String indicator,
            String item,
            String organisation,
            String submission,
            String text,
            String period,
            @Nullable String note)
            implements TextSet {}

    record FactCorrected(
            String cycle,
            String indicator,
            String item,
            String organisation,
            String submission,
            String text,
            String period,
            @Nullable String note,
            String previous,
            String reason)
            implements TextSet {}

    record NarrativeSubmitted(
            String cycle, String indicator, String item, String organisation, String submission, String text)
            implements TextSet {}

    /** The narrative was rewritten; the text it replaces is in the earlier event. */
    record NarrativeRevised(
            String cycle,
            String indicator,
            String item,
            String organisation,
            String submission,
            String text,
            String reason)
            implements TextSet {}

    /**
     * An evidence file (佐证材料) belongs to an item. The file itself is kept outside the ledger.
     *
     * @param sha256 lower-case hex SHA-256 of the file: its identity
     * @param size in bytes
     */
    record EvidenceAttached(
            String cycle,
            String indicator,
            String item,
            String organisation,
            String submission,
            String sha256,
            String fileName,
            String mediaType,
            long size)
            implements ItemEvent {}

    /** The submitter takes the item back; it counts as missing until it is submitted again. */
    record ItemWithdrawn(
            String cycle, String indicator, String item, String organisation, String submission, String reason)
            implements ItemEvent {}

    /** A supervisor returns the item to its organisation; it must be corrected or withdrawn. */
    record ItemReturned(
            String cycle, String indicator, String item, String organisation, String submission, String reason)
            implements ItemEvent {}

    /** A supervisor accepts the item unchanged. */
    record ItemAccepted(String cycle, String indicator, String item, String organisation, String submission)
            implements ItemEvent {}
}
