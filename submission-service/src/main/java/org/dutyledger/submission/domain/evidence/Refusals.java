package org.dutyledger.submission.domain.evidence;

import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.RefusalCode;
import org.dutyledger.submission.framework.Catalogue;

/** Words the refusals that need no aggregate. */
final class Refusals {
    private Refusals() {}

    static Refusal unknownItem(int index, String item, Catalogue catalogue) {
        String near = catalogue.nearest(item);
        String shown = item.length() <= 60 ? item : item.substring(0, 60) + "…";
        String framework = catalogue.framework().id();
        return new Refusal(
                index,
                shown,
                RefusalCode.UNKNOWN_ITEM,
                "framework '" + framework + "' has no item '" + shown + "'"
                        + (near == null ? "" : "; did you mean '" + near + "'?"),
                "指标体系 " + framework + " 没有数据项“" + shown + "”" + (near == null ? "" : "，是否为“" + near + "”？"));
    }

    static Refusal duplicate(int index, String item) {
        return new Refusal(
                index, item, RefusalCode.DUPLICATE_ITEM, "this item comes twice in the same request", "同一次报送中该项重复");
    }
}
