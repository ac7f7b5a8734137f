package org.dutyledger.verifier.model;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.model.Model.Paragraph;
import org.dutyledger.verifier.model.Model.Run;
import org.dutyledger.verifier.model.Model.Source;

/** Whether every number and quotation of the body is its row's value, and no number stands there without a row. */
final class BodyCheck {
    private static final String AT_LEAST = "余";

    private BodyCheck() {}

    /** How many there are. */
    static long of(Model model, Map<String, Source> rows) {
        Set<String> printed = new HashSet<>();
        for (Paragraph paragraph : model.body()) {
            if (!paragraph.head().matches("([0-9]{1,2}\\.)?\\P{Nd}*")) {
                throw unsourced(paragraph.head());
            }
            for (Run run : paragraph.runs()) {
                if (run.source() != null) {
                    printed(run, run.source(), rows);
                    printed.add(run.source());
                } else if (run.text().codePoints().anyMatch(Character::isDigit)) {
                    throw unsourced(run.text());
                }
            }
        }
        for (Source row : model.sources()) {
            if (row.printed() != printed.contains(row.id())) {
                throw ValueCheck.broken(row, "是否印在正文里与正文不符", "the body does not agree on whether it is printed there");
            }
        }
        return printed.size();
    }

    private static void printed(Run run, String source, Map<String, Source> rows) {
        Source row = rows.get(source);
        if (row == null) {
            throw new DoesNotHold(
                    Code.VALUE_NOT_FROM_EVENT,
                    "正文的“%s”所指来源 %s 不在附件1 里",
                    "'%s' of the body names the source %s, which has no row",
                    run.text(),
                    source);
        }
        boolean lowerBound = row.origin().equals("AT_LEAST") && run.text().equals(row.value() + AT_LEAST);
        if (!run.text().equals(row.value()) && !lowerBound) {
            throw ValueCheck.broken(
                    row, "正文写 %s，附件1 为 %s", "the body says %s, annex 1 says %s", run.text(), row.value());
        }
    }

    private static DoesNotHold unsourced(String text) {
        return new DoesNotHold(
                Code.VALUE_NOT_FROM_EVENT, "正文“%s”里有无来源的数字", "'%s' of the body holds a number without a source", text);
    }
}
