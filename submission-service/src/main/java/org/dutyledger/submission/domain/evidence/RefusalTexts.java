package org.dutyledger.submission.domain.evidence;

import java.util.Locale;
import org.dutyledger.document.record.ItemState;
import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.RefusalCode;
import org.dutyledger.submission.framework.Catalogue;

/** Words the refusals that need no aggregate. */
final class RefusalTexts {
    private RefusalTexts() {}

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

    /** Another caller changed the item after this one had seen it. */
    static Refusal changed(int index, String item, Seen seen, ItemState now) {
        String then = shorten(seen.value());
        String shown = shorten(valueOf(now));
        return new Refusal(
                index,
                item,
                RefusalCode.ITEM_CHANGED,
                "this item was changed after you had seen it as '" + then + "'; now it is '" + shown + "' ("
                        + now.status().name().toLowerCase(Locale.ROOT) + "); look at it again",
                "该项在您查看之后已有变更：您看到的是“" + then + "”，现为“" + shown + "”；请核对后再操作");
    }

    private static String valueOf(ItemState state) {
        ItemState.Content content = state.content();
        if (content == null) {
            return "";
        }
        return content.value() == null
                ? String.valueOf(content.text())
                : content.value().toPlainString();
    }

    private static String shorten(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }

    static Refusal duplicate(int index, String item) {
        return new Refusal(
                index, item, RefusalCode.DUPLICATE_ITEM, "this item occurs twice in the same request", "同一次报送中该项重复");
    }
}
