package org.dutyledger.submission.domain.policy;

import java.time.Instant;
import org.dutyledger.document.record.ItemState;
import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.RefusalCode;
import org.dutyledger.submission.domain.item.ItemRequest;
import org.dutyledger.submission.domain.item.ItemRequest.Action;
import org.dutyledger.submission.domain.item.ItemRequest.Type;
import org.jspecify.annotations.Nullable;

/** Policies on state: of the cycle, the clock and the item. */
final class StatePolicies {
    private StatePolicies() {}

    static @Nullable Refusal open(ItemContext context) {
        return context.locked()
                ? context.refuse(
                        RefusalCode.CYCLE_CLOSED,
                        "the cycle is closed and takes no more submissions",
                        "本评价周期已关闭，不再接受报送")
                : null;
    }

    /**
     * After the deadline no item is submitted for the first time. What was submitted before can still be corrected; a
     * returned item also gets evidence, and a withdrawn one a new value.
     */
    static @Nullable Refusal inTime(ItemContext context) {
        Instant deadline = context.terms().deadline();
        boolean putRight = context.state().isPutRightBy(context.request().is(Type.EVIDENCE));
        return deadline != null
                        && !putRight
                        && context.request().action() == Action.SUBMIT
                        && context.terms().now().isAfter(deadline)
                ? context.refuse(
                        RefusalCode.DEADLINE_PASSED,
                        "the deadline for first submissions was " + deadline,
                        "首次报送截止时间为 " + deadline + "，已过期")
                : null;
    }

    static @Nullable Refusal reason(ItemContext context) {
        String reason = context.request().reason();
        return context.request().action() != Action.SUBMIT && (reason == null || reason.isBlank())
                ? context.refuse(
                        RefusalCode.REASON_REQUIRED, "a correction or withdrawal needs a reason", "更正或撤回必须说明理由")
                : null;
    }

    static @Nullable Refusal state(ItemContext context) {
        if (context.request().is(Type.EVIDENCE)) {
            return null;
        }
        boolean first = context.request().action() == Action.SUBMIT;
        if (first ? context.state().takesFirst() : context.state().takesChange()) {
            return null;
        }
        if (first) {
            return context.refuse(
                    RefusalCode.ALREADY_SUBMITTED,
                    "this item has a value already; use the action 'correct' with a reason",
                    "该项已报送，如需修改请使用“更正”并说明理由");
        }
        if (context.state().status() == ItemState.Status.ACCEPTED) {
            return context.refuse(
                    RefusalCode.ITEM_ACCEPTED,
                    "this item was accepted; it can be changed after a supervisor has returned it",
                    "该项已审核通过，如需修改请先由督导部门退回");
        }
        return context.refuse(
                RefusalCode.NOTHING_TO_CORRECT,
                "this item has no value that could be corrected or withdrawn; use the action 'submit'",
                "该项尚无报送内容，无法更正或撤回，请先报送");
    }

    static @Nullable Refusal changes(ItemContext context) {
        ItemRequest.FileRef file = context.request().file();
        if (context.request().is(Type.EVIDENCE)) {
            if (context.state().files().size() >= ItemState.MOST_FILES) {
                return context.refuse(
                        RefusalCode.TOO_MANY_FILES,
                        "the item has " + context.state().files().size() + " files already; at most "
                                + ItemState.MOST_FILES + " are attached",
                        "该项已关联 " + context.state().files().size() + " 份佐证材料，最多 " + ItemState.MOST_FILES + " 份；请合并后上传");
            }
            String sha256 = file == null ? null : file.sha256();
            return sha256 != null && context.state().files().contains(sha256)
                    ? context.refuse(RefusalCode.UNCHANGED, "this file is attached to the item already", "该佐证材料已关联到此项")
                    : null;
        }
        if (context.state().status() == ItemState.Status.RETURNED) {
            // the same value again answers a return: with evidence added, or with a reason why it is right
            return null;
        }
        ItemState.Content now = context.state().content();
        ItemState.Content asked = ItemContent.of(context);
        return context.request().action() == Action.CORRECT && now != null && asked != null && asked.sameAs(now)
                ? context.refuse(RefusalCode.UNCHANGED, "the correction changes nothing", "更正内容与原内容相同")
                : null;
    }
}
