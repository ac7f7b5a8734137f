package org.dutyledger.verifier.document;

import java.util.ArrayList;
import java.util.List;
import org.dutyledger.verifier.finding.Text;

/**
 * The lines that signing adds: a few before the title, after the body or at the end. More or longer ones do not count
 * as a signature; they are compared and differ.
 */
final class Additions {
    private static final int MOST_LINES = 6;
    private static final int LONGEST_LINE = 60;
    private final List<Text> lines = new ArrayList<>();
    private final List<List<String>> rest;

    private Additions(List<List<String>> found) {
        rest = new ArrayList<>(found);
    }

    /** Takes the lines out of a file's blocks. */
    static Additions of(List<Block> expected, List<List<String>> found) {
        Additions additions = new Additions(found);
        int body = 0;
        while (body < expected.size() && !expected.get(body).place().equals(ExpectedReport.ANNEXES)) {
            body++;
        }
        additions.take(expected, 0, Text.of("标题之前", "before the title"));
        additions.take(expected, body, Text.of("正文之后（署名、日期处）", "after the body (signature, date)"));
        additions.take(expected, expected.size(), Text.of("文末", "at the end"));
        return additions;
    }

    /** Each with its place. */
    List<Text> lines() {
        return lines;
    }

    /** The blocks without them. */
    List<List<String>> rest() {
        return rest;
    }

    private void take(List<Block> expected, int at, Text place) {
        int end = at < expected.size() ? indexOf(expected.get(at).texts(), at) : rest.size();
        List<List<String>> added = at < end ? rest.subList(at, end) : List.of();
        boolean signature = added.size() <= MOST_LINES
                && added.stream()
                        .allMatch(block -> block.size() == 1
                                && block.get(0).codePointCount(0, block.get(0).length()) <= LONGEST_LINE);
        if (signature) {
            added.forEach(block -> lines.add(Text.of("%s“%s”", "%s '%s'", place, block.get(0))));
            if (at < end) {
                added.clear();
            }
        }
    }

    private int indexOf(List<String> texts, int from) {
        for (int i = from; i < rest.size(); i++) {
            if (rest.get(i).equals(texts)) {
                return i;
            }
        }
        return -1;
    }
}
