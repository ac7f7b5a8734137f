package org.dutyledger.report.completeness;

import java.util.List;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.kit.Problem;

/**
 * An item because of which a report is not complete.
 *
 * @param holder the item's indicator or section
 * @param item id of the figure, fact, claim, narrative or measure
 * @param name its name in Chinese
 * @param organisations names of the organisations of the values, sorted; empty where there is no value
 */
public record OpenItem(EvidenceHolder holder, String item, String name, Reason reason, List<String> organisations) {
    public OpenItem {
        organisations = List.copyOf(organisations);
    }

    /** Why an item is open. The names are the codes that a refusal gives. */
    public enum Reason {
        /** It was never submitted. */
        ITEM_MISSING("was not submitted", "尚未填报"),
        /** It was withdrawn, and no value was submitted since. */
        ITEM_WITHDRAWN("was withdrawn and not submitted again", "已撤回，尚未重新填报"),
        /** A supervisor returned it (退回), and it was not corrected. */
        ITEM_RETURNED("was returned and not put right", "已退回，尚未更正"),
        /** Several organisations submitted it, with different values. */
        ITEM_CONTESTED("has different values of several organisations", "填报的内容不一致，须核实以哪个为准"),
        /** A measure that a narrative quotes cannot be computed. */
        ITEM_NOT_COMPUTED("is quoted by a text and cannot be computed", "正文引用了该项，但所需数据不全，无法测算"),
        /** The report prints a mark in a narrative, where a number could be misread. */
        ITEM_UNCLEAR(
                "has a number that could be misread, which the report marks", "文字中有与前后文相连、可能误读的数字，报告中已用〔〕标出，须修改文字");

        private final String text;
        private final String textZh;

        Reason(String text, String textZh) {
            this.text = text;
            this.textZh = textZh;
        }
    }

    /** The entry of a refusal that names this item. */
    Problem.Item entry(int index) {
        String kind = holder instanceof Indicator ? "indicator" : "section";
        String of = organisations.isEmpty() ? "" : ": " + String.join(", ", organisations);
        String place = (holder instanceof Indicator ? "指标" + holder.id() : "") + "（" + holder.title() + "）";
        String ofZh = organisations.isEmpty() ? "" : String.join("、", organisations);
        return new Problem.Item(
                index,
                item,
                reason.name(),
                kind + " " + holder.id() + ", " + item + " " + reason.text + of,
                place + name + "：" + ofZh + reason.textZh);
    }
}
