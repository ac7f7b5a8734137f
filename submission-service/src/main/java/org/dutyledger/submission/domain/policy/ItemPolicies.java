package org.dutyledger.submission.domain.policy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dutyledger.document.record.FigureRules;
import org.dutyledger.document.record.Forms;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.RefusalCode;
import org.dutyledger.submission.domain.item.ItemRequest;
import org.dutyledger.submission.domain.item.ItemRequest.Type;
import org.jspecify.annotations.Nullable;

/** Policies about what an item is and who may submit it. */
final class ItemPolicies {
    private ItemPolicies() {}

    static @Nullable Refusal rightType(ItemContext context) {
        Type type = context.request().type();
        if (!context.setsValue() || type == expected(context)) {
            return null;
        }
        String name = expected(context).name().toLowerCase(java.util.Locale.ROOT);
        return context.refuse(RefusalCode.WRONG_TYPE, "this item takes the type '" + name + "'", "该项的类型应为 " + name);
    }

    private static Type expected(ItemContext context) {
        FigureSpec figure = context.figure();
        if (figure == null) {
            return Type.NARRATIVE;
        }
        return figure.kind() == FigureSpec.Kind.NUMBER ? Type.FIGURE : Type.FACT;
    }

    static @Nullable Refusal submitter(ItemContext context) {
        if (!Collections.disjoint(context.entry().submitters(), context.terms().roles())) {
            return null;
        }
        TreeSet<String> roles = new TreeSet<>(context.entry().submitters());
        Map<String, String> names = context.terms().catalogue().framework().roles();
        String rolesZh =
                roles.stream().map(role -> names.getOrDefault(role, role)).collect(Collectors.joining("、"));
        return context.refuse(
                RefusalCode.NOT_YOUR_ITEM,
                "organisation '" + context.terms().organisation() + "' may not submit this item; it is for "
                        + String.join(", ", roles),
                "该项不由“" + context.terms().organisation() + "”填报，应由以下单位填报：" + rolesZh);
    }

    static @Nullable Refusal period(ItemContext context) {
        FigureSpec figure = context.figure();
        String asked = context.request().period();
        return context.setsValue() && figure != null && asked != null && !asked.equals(figure.period())
                ? context.refuse(
                        RefusalCode.PERIOD_NOT_ALLOWED,
                        "this item is for the period '" + figure.period() + "'",
                        "该项的统计期应为“" + figure.period() + "”")
                : null;
    }

    static @Nullable Refusal basis(ItemContext context) {
        if (!context.isNumber()) {
            return null;
        }
        Basis basis = ItemContent.basis(context);
        boolean derived = context.number().derived();
        boolean fits = basis != null && FigureRules.basisFits(context.number(), basis);
        return fits
                ? null
                : context.refuse(
                        RefusalCode.BASIS_NOT_ALLOWED,
                        derived
                                ? "this figure is computed by the system; it can only be DECLARED"
                                : "this figure is raw; its basis is REPORTED or AT_LEAST",
                        derived ? "该数据项由系统测算，只能作为申报值（DECLARED）" : "该数据项为原始数据，依据应为 REPORTED 或 AT_LEAST");
    }

    /** The day a value holds from must be a day, near the framework's year and not in the future. */
    static @Nullable Refusal asOf(ItemContext context) {
        String asOf = context.request().asOf();
        if (asOf == null) {
            return null;
        }
        LocalDate day = ItemContent.date(asOf);
        int year = context.terms().catalogue().framework().year();
        if (day == null) {
            return context.refuse(
                    RefusalCode.INVALID_FIELD, "asOf is not a date such as 2021-12-31", "asOf 应为日期，例如 2021-12-31");
        }
        if (!FigureRules.isNear(day, year)) {
            return context.refuse(
                    RefusalCode.INVALID_FIELD,
                    "asOf is " + day + "; the report is for " + year,
                    "asOf 为 " + day + "，与 " + year + " 年度相差过远，请核对年份");
        }
        return FigureRules.hasBegun(day, context.terms().now())
                ? null
                : context.refuse(
                        RefusalCode.INVALID_FIELD,
                        "asOf is " + day + ", a day that is yet to come",
                        "asOf 为 " + day + "，尚未到该日期");
    }

    static @Nullable Refusal file(ItemContext context) {
        ItemRequest.FileRef file = context.request().file();
        // also of a withdrawal: taken as one of the item, it would take back the value beside the file
        if (context.request().type() != Type.EVIDENCE) {
            return null;
        }
        if (context.request().action() != ItemRequest.Action.SUBMIT) {
            return context.refuse(
                    RefusalCode.INVALID_FIELD,
                    "an evidence file is identified by its content and stays attached; attach the new file with the"
                            + " action 'submit'",
                    "佐证材料以内容标识，不能更正或撤回，请以“报送”方式提交新文件");
        }
        boolean described = file != null && Forms.isFile(file.sha256(), file.fileName(), file.mediaType(), file.size());
        return described
                ? null
                : context.refuse(
                        RefusalCode.INVALID_FIELD,
                        "evidence needs sha256 (64 lower-case hex digits), fileName, mediaType and a size above 0",
                        "佐证材料须提供 sha256（64 位小写十六进制）、文件名、媒体类型和大于 0 的大小");
    }
}
