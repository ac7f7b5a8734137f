package org.dutyledger.submission.domain;

import org.jspecify.annotations.Nullable;

/**
 * One reason against a command, as data.
 *
 * @param index place of the item in the command, or {@link #WHOLE} when it concerns the command as a whole
 * @param item id of the item, or null when it has none
 * @param text what is wrong and what would be right, in English
 * @param textZh the same in Chinese
 */
public record Refusal(int index, @Nullable String item, RefusalCode code, String text, String textZh) {
    /** Index of a refusal that concerns the command as a whole. */
    public static final int WHOLE = -1;

    public static Refusal whole(RefusalCode code, String text, String textZh) {
        return new Refusal(WHOLE, null, code, text, textZh);
    }
}
