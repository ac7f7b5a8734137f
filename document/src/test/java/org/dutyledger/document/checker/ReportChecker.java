package org.dutyledger.document.checker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dutyledger.document.checker.ReportDocument.Number;
import org.dutyledger.document.checker.ReportDocument.Row;

/**
 * Checks a rendered report without the code that rendered it: every number of the body has a bookmark that resolves to a
 * row, and through it to an event of the ledger; nothing is typed; links lead somewhere.
 */
public final class ReportChecker {
    private ReportChecker() {}

    /** An event as the ledger holds it. */
    public record LedgerEvent(String id) {}

    /** Reads a DOCX or HTML report back. */
    public static ReportDocument read(byte[] file) {
        boolean zip = file.length > 1 && file[0] == 'P' && file[1] == 'K';
        return zip ? DocxReader.read(file) : HtmlReader.read(file);
    }

    /** Everything that is wrong; empty for a sound report. */
    public static List<String> problems(ReportDocument report, Map<Long, LedgerEvent> ledger) {
        List<String> problems = new ArrayList<>();
        report.typed().forEach(t -> problems.add("typed number: " + t));
        Set<String> anchors = new HashSet<>();
        for (String anchor : report.anchors()) {
            if (!anchors.add(anchor)) {
                problems.add("anchor twice: " + anchor);
            }
        }
        for (String link : report.links()) {
            if (!anchors.contains(link)) {
                problems.add("link to nowhere: " + link);
            }
        }
        if (report.numbers().isEmpty()) {
            problems.add("no numbers at all");
        }
        for (Number number : report.numbers()) {
            Row row = report.rows().get(number.id());
            if (row == null) {
                problems.add(number + " has no row");
            } else if (!row.value().startsWith(number.text())) {
                problems.add(number + " is not the value of " + row);
            }
        }
        report.rows().values().forEach(row -> resolve(row, report.rows(), ledger, new HashSet<>(), problems));
        return problems;
    }

    /** Whether the body prints that value under that indicator or section. */
    public static boolean prints(ReportDocument report, String holder, String value) {
        return report.numbers().stream().anyMatch(n -> n.holder().equals(holder) && n.is(value));
    }

    private static void resolve(
            Row row, Map<String, Row> rows, Map<Long, LedgerEvent> ledger, Set<String> path, List<String> problems) {
        if (!path.add(row.id())) {
            problems.add(row + " is computed from itself");
            return;
        }
        if (row.position() >= 0) {
            LedgerEvent event = ledger.get(row.position());
            if (event == null || !event.id().equals(row.event())) {
                problems.add(row + " names another event than the ledger holds: " + event);
            }
            return;
        }
        if (row.inputs().isEmpty()) {
            problems.add(row + " has neither event nor inputs");
        }
        for (String input : row.inputs()) {
            Row from = rows.get(input);
            if (from == null) {
                problems.add(row + " is computed from " + input + ", which has no row");
            } else {
                resolve(from, rows, ledger, new HashSet<>(path), problems);
            }
        }
    }
}
