package org.dutyledger.verifier.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.dutyledger.verifier.model.Model.Computation;
import org.dutyledger.verifier.model.Model.Source;

/** Whether a computed value rests on rows that are there; it is not computed again. */
final class ComputedRow {
    private static final int DEEPEST = 32;

    private ComputedRow() {}

    /**
     * Checks one row.
     *
     * @param sound rows that are known to lead to events; this one joins them
     */
    static void check(Source row, Map<String, Source> rows, Set<String> sound) {
        if (!row.origin().equals("COMPUTED")) {
            throw ValueCheck.broken(row, "来源写 %s，却没有事件", "its origin is %s, but it has no event", row.origin());
        }
        leads(row, row, rows, sound, 0);
        Computation computation = row.computation();
        if (computation == null || computation.declared() == null) {
            if (computation != null && (computation.declaredValue() != null || computation.difference() != null)) {
                throw ValueCheck.broken(row, "申报值没有来源", "nothing is said to have declared its declared value");
            }
            return;
        }
        Source declared = input(row, computation.declared(), rows);
        String value = String.valueOf(computation.declaredValue());
        if (!Decimals.same(declared.value(), value)) {
            throw ValueCheck.broken(
                    row,
                    "申报值写 %s，其来源 %s 为 %s",
                    "the declared value is %s, but its row %s has %s",
                    value,
                    declared.id(),
                    declared.value());
        }
        BigDecimal difference = number(row, row.value())
                .subtract(number(row, value))
                .subtract(number(row, "" + computation.difference()));
        if (difference.signum() != 0) {
            throw ValueCheck.broken(
                    row,
                    "测算值 %s 与申报值 %s 的差写为 %s",
                    "the difference of %s and the declared %s is said to be %s",
                    row.value(),
                    value,
                    String.valueOf(computation.difference()));
        }
    }

    /** Follows inputs down to rows with an event. */
    private static void leads(Source of, Source row, Map<String, Source> rows, Set<String> sound, int depth) {
        Computation computation = row.computation();
        if (computation == null || sound.contains(row.id())) {
            return;
        }
        if (computation.inputs().isEmpty() || depth > DEEPEST) {
            throw ValueCheck.broken(of, "测算依据不落到任何事件", "its inputs lead to no event");
        }
        for (String input : computation.inputs()) {
            leads(of, input(of, input, rows), rows, sound, depth + 1);
        }
        sound.add(row.id());
    }

    private static Source input(Source row, String id, Map<String, Source> rows) {
        Source input = rows.get(id);
        if (input == null) {
            throw ValueCheck.broken(row, "测算依据 %s 不在附件1 里", "its input %s has no row", id);
        }
        return input;
    }

    private static BigDecimal number(Source row, String text) {
        return Decimals.of(text).orElseThrow(() -> ValueCheck.broken(row, "“%s”不是数字", "'%s' is no number", text));
    }
}
