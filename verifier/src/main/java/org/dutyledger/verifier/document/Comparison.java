package org.dutyledger.verifier.document;

import java.util.List;
import java.util.Optional;
import org.dutyledger.verifier.check.Envelope;
import org.dutyledger.verifier.document.Block.Cell;
import org.dutyledger.verifier.document.Block.Value;
import org.dutyledger.verifier.finding.Text;
import org.dutyledger.verifier.model.Model.SetBy;
import org.dutyledger.verifier.model.Model.Source;
import org.dutyledger.verifier.readback.BlockCollector;

/** Finds the first number, date or paragraph in which a file differs from its model. */
final class Comparison {
    private static final int AHEAD = 20;
    private static final int BEFORE = 10;
    private static final int AFTER = 20;
    private static final int LANDMARK = 4;

    private Comparison() {}

    static Optional<Text> firstDifference(List<Block> expected, List<List<String>> found) {
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            if (i >= expected.size()) {
                return Optional.of(added(Text.of("文末", "the end"), found.get(i)));
            }
            Block block = expected.get(i);
            if (i >= found.size()) {
                return Optional.of(missing(block));
            }
            if (!block.texts().equals(found.get(i))) {
                return Optional.of(different(expected, found, i));
            }
        }
        return Optional.empty();
    }

    private static Text different(List<Block> expected, List<List<String>> found, int i) {
        Block block = expected.get(i);
        for (int ahead = 1; ahead <= AHEAD; ahead++) {
            if (i + ahead < expected.size() && expected.get(i + ahead).texts().equals(found.get(i))) {
                return missing(block);
            }
            if (i + ahead < found.size() && block.texts().equals(found.get(i + ahead))) {
                return added(block.place(), found.get(i));
            }
        }
        List<String> texts = found.get(i);
        for (int c = 0; c < Math.min(block.cells().size(), texts.size()); c++) {
            if (!block.cells().get(c).text().equals(texts.get(c))) {
                return changed(block, block.cells().get(c), texts.get(c));
            }
        }
        return Text.of(
                "%s：报告有 %s 栏，签发的有 %s 栏",
                "%s: the report has %s columns, the issued one %s",
                block.place(),
                texts.size(),
                block.cells().size());
    }

    private static Text changed(Block block, Cell cell, String found) {
        Text place = cell.column().isEmpty()
                ? block.place()
                : Text.of("%s，“%s”栏", "%s, column '%s'", block.place(), cell.column());
        String issued = cell.text();
        int at = 0;
        while (at < issued.length() && at < found.length() && issued.charAt(at) == found.charAt(at)) {
            at++;
        }
        for (Value value : cell.values()) {
            if (value.from() <= at && (at < value.to() || at == value.to() && continues(found, at))) {
                return Text.of(
                        "%s：报告写 %s，账本为 %s%s",
                        "%s: the report has %s, the ledger %s%s",
                        place,
                        quoted(found.substring(value.from(), end(issued, found, value))),
                        quoted(issued.substring(value.from(), value.to())),
                        origin(value));
            }
        }
        return Text.of(
                "%s：报告写“%s”，签发的是“%s”",
                "%s: the report has '%s', the issued one '%s'", place, around(found, at), around(issued, at));
    }

    /** Whether a number continues here. */
    private static boolean continues(String text, int at) {
        return at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.');
    }

    /** Where the value ends in the found text: before what follows it in the issued one. */
    private static int end(String issued, String found, Value value) {
        String next = issued.substring(value.to(), Math.min(issued.length(), value.to() + LANDMARK));
        int end = next.isEmpty() ? found.length() : found.indexOf(next, value.from());
        return end < 0 ? Math.min(found.length(), value.to()) : end;
    }

    private static Text origin(Value value) {
        Source row = value.row();
        if (row == null) {
            return Text.of("", "");
        }
        SetBy by = row.event();
        if (by == null) {
            return Text.of("（%s %s，系统测算）", " (%s %s, computed)", row.id(), row.name());
        }
        return Text.of(
                "（%s %s，序号 %s，%s%s 记录）",
                " (%s %s, position %s, %srecorded %s)",
                row.id(),
                row.name(),
                by.position(),
                by.organisation().isEmpty() ? "" : by.organisation() + "，",
                Envelope.shownTime(by.recordedAt()));
    }

    private static Text missing(Block block) {
        return Text.of(
                "%s：报告里没有“%s”", "%s: the report lacks '%s'", block.place(), around(String.join(" ", block.texts()), 0));
    }

    private static Text added(Text place, List<String> texts) {
        return Text.of("%s处：报告多出“%s”", "at %s: the report adds '%s'", place, around(String.join(" ", texts), 0));
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "（空）" : value;
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - BEFORE), Math.min(text.length(), at + AFTER))
                .replace(BlockCollector.BETWEEN_PARAGRAPHS, " ");
    }
}
