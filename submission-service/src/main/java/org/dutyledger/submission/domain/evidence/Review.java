package org.dutyledger.submission.domain.evidence;

import static java.util.Objects.requireNonNull;

import org.dutyledger.document.record.Forms;
import org.dutyledger.document.record.ItemState;
import org.dutyledger.document.record.ItemState.Status;
import org.dutyledger.events.EvidenceEvent;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.RefusalCode;
import org.jspecify.annotations.Nullable;

/** Decides what a supervisor may do with one item: accept or return what is there, once. Pure. */
record Review(int index, ReviewItems.Item item, ItemState state, boolean locked) {
    @Nullable
    Refusal refusal() {
        String reason = item.reason();
        boolean returns = item.decision() == ReviewItems.Verdict.RETURN;
        if (locked) {
            return refuse(RefusalCode.CYCLE_CLOSED, "the cycle is closed", "本评价周期已关闭");
        }
        if (!state.hasValue()) {
            return refuse(
                    RefusalCode.NOTHING_TO_REVIEW, "this organisation has no value for the item", "该单位尚未报送此项，无法审核");
        }
        if (returns && (reason == null || reason.isBlank())) {
            return refuse(RefusalCode.REASON_REQUIRED, "returning an item needs a reason", "退回必须说明理由");
        }
        if (!Forms.isRemark(reason)) {
            return refuse(
                    RefusalCode.TEXT_TOO_LONG,
                    "the reason has at most " + Forms.LONGEST_REMARK + " characters",
                    "理由最多 " + Forms.LONGEST_REMARK + " 字");
        }
        if (state.status() == (returns ? Status.RETURNED : Status.ACCEPTED)) {
            return refuse(RefusalCode.UNCHANGED, "the item is in that state already", "该项已是此状态");
        }
        return null;
    }

    /** The fact that follows; call only where there is no refusal. */
    ItemEvent event(String cycle, String holder, String review) {
        return item.decision() == ReviewItems.Verdict.RETURN
                ? new EvidenceEvent.ItemReturned(
                        cycle, holder, item.item(), item.organisation(), review, requireNonNull(item.reason()))
                : new EvidenceEvent.ItemAccepted(cycle, holder, item.item(), item.organisation(), review);
    }

    private Refusal refuse(RefusalCode code, String text, String textZh) {
        return new Refusal(index, item.item(), code, text, textZh);
    }
}
