package org.dutyledger.submission.domain.item;

import org.jspecify.annotations.Nullable;

/**
 * One item of a submission as the submitter wrote it: numbers, dates and bases are still text, so that a policy can
 * refuse them with the item's index.
 *
 * @param type the claimed type; null only for a withdrawal
 * @param item id of the figure, fact or narrative slot
 * @param size bytes of an evidence file
 */
public record ItemRequest(
        Action action,
        @Nullable Type type,
        String item,
        @Nullable String value,
        @Nullable String unit,
        @Nullable String period,
        @Nullable String basis,
        @Nullable String asOf,
        @Nullable String note,
        @Nullable String text,
        @Nullable String reason,
        @Nullable FileRef file) {

    /** The act of the submitter. */
    public enum Action {
        SUBMIT,
        CORRECT,
        WITHDRAW
    }

    /** The type of the item's content. */
    public enum Type {
        FIGURE,
        FACT,
        NARRATIVE,
        EVIDENCE
    }

    /** An evidence file (佐证材料), as far as it was described; the file itself is kept elsewhere. */
    public record FileRef(
            @Nullable String sha256,
            @Nullable String fileName,
            @Nullable String mediaType,
            @Nullable Long size) {}

    /** Whether it sets or attaches something of that type; a withdrawal has no type. */
    public boolean is(Type other) {
        return type == other && action != Action.WITHDRAW;
    }
}
