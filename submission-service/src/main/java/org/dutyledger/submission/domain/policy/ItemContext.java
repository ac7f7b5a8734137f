package org.dutyledger.submission.domain.policy;

import java.util.Objects;
import org.dutyledger.document.record.ItemState;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.indicators.item.FrameworkIndex;
import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.RefusalCode;
import org.dutyledger.submission.domain.item.ItemRequest;
import org.dutyledger.submission.domain.item.SubmissionContext;
import org.jspecify.annotations.Nullable;

/**
 * The input of a policy: one item of a submission, its place in the framework, and its state.
 *
 * @param index place of the item in the submission
 * @param locked whether its indicator takes no more evidence
 */
public record ItemContext(
        int index,
        ItemRequest request,
        SubmissionContext terms,
        FrameworkIndex.Entry entry,
        ItemState state,
        boolean locked) {

    @Nullable
    FigureSpec figure() {
        return entry.figure();
    }

    @Nullable
    NarrativeSlot slot() {
        return entry.slot();
    }

    /** Whether it is a number for a figure that takes numbers: the number policies apply only then. */
    boolean isNumber() {
        FigureSpec figure = figure();
        return request.is(ItemRequest.Type.FIGURE) && figure != null && figure.kind() == FigureSpec.Kind.NUMBER;
    }

    /** Whether it sets a value, be it the first or a correction. */
    boolean setsValue() {
        return request.action() != ItemRequest.Action.WITHDRAW && request.type() != ItemRequest.Type.EVIDENCE;
    }

    /** The number's rules; call only where {@link #isNumber()}. */
    FigureSpec number() {
        return Objects.requireNonNull(figure(), "not a figure");
    }

    Refusal refuse(RefusalCode code, String text, String textZh) {
        return new Refusal(index, request.item(), code, text, textZh);
    }
}
