package org.dutyledger.verifier.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dutyledger.verifier.check.Envelope;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.model.Model.Paragraph;
import org.dutyledger.verifier.model.Model.Run;
import org.dutyledger.verifier.model.Model.Source;

/**
 * Whether the texts of the body are those that were submitted, each of them and no other. The order of the texts of one
 * indicator, and the headings, are the framework's, which no event holds.
 */
final class NarrativeCheck {
    private static final Pattern LINE = Pattern.compile("\\R");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]+)\\s*}}");
    private static final Pattern MISSING = Pattern.compile("〔待填报：[^〔〕]*〕");
    private static final Pattern TYPED = Pattern.compile("(?:〔无来源数字〕|\\p{Nd})(?:[.,]*(?:〔无来源数字〕|\\p{Nd}))*+");
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\t\\x0B\\f\\x1C-\\x1F]");
    private static final String NOTHING = "{{}}";

    private final Evidence evidence;
    private final Map<String, Source> rows;
    private final Set<String> items = new HashSet<>();

    private NarrativeCheck(Evidence evidence, Map<String, Source> rows) {
        this.evidence = evidence;
        this.rows = rows;
        rows.values().stream().filter(row -> !row.origin().equals("CYCLE")).forEach(row -> items.add(row.item()));
    }

    static void of(Model model, Evidence evidence, Map<String, Source> rows) {
        NarrativeCheck check = new NarrativeCheck(evidence, rows);
        for (Paragraph paragraph : model.body()) {
            boolean title = paragraph.style().equals("TITLE");
            if (title
                            && !check.written(paragraph)
                                    .startsWith(plain(model.about().jurisdictionName()))
                    || !title
                            && !paragraph.style().equals("BODY")
                            && !paragraph.runs().isEmpty()) {
                throw unsubmitted(paragraph);
            }
        }
        model.body().stream()
                .filter(p -> p.style().equals("BODY"))
                .collect(Collectors.groupingBy(Paragraph::holder, LinkedHashMap::new, Collectors.toList()))
                .forEach(check::holder);
    }

    private void holder(String holder, List<Paragraph> paragraphs) {
        List<String> submitted = new ArrayList<>();
        for (Envelope event : evidence.narratives(holder)) {
            for (String line : LINE.split(event.payload().text("text"))) {
                submitted.add(submitted(line));
            }
        }
        submitted.removeIf(String::isEmpty);
        for (Paragraph paragraph : paragraphs) {
            String written = written(paragraph);
            // nothing was submitted there
            boolean empty = written.isEmpty() || written.equals(NOTHING);
            if (!submitted.remove(written) && !empty) {
                throw unsubmitted(paragraph);
            }
        }
        if (!submitted.isEmpty()) {
            throw new DoesNotHold(
                    Code.VALUE_NOT_FROM_EVENT,
                    "正文没有“%s”填报的文字“%s”",
                    "the body lacks what was submitted for '%s': '%s'",
                    holder,
                    submitted.get(0));
        }
    }

    /** A paragraph of the report with the items that stand in it for their values. */
    private String written(Paragraph paragraph) {
        StringBuilder text = new StringBuilder();
        StringBuilder typed = new StringBuilder();
        for (Run run : paragraph.runs()) {
            Source row = run.source() == null ? null : rows.get(run.source());
            boolean missing =
                    run.kind().equals("MISSING") && MISSING.matcher(run.text()).matches();
            if (row == null && !missing) {
                typed.append(run.text());
            } else {
                text.append(plain(typed.toString())).append(row == null ? NOTHING : "{{" + row.item() + "}}");
                typed.setLength(0);
            }
        }
        return text.append(plain(typed.toString())).toString();
    }

    /** A paragraph as it was submitted, in the same form. */
    private String submitted(String line) {
        StringBuilder text = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(line);
        int at = 0;
        while (placeholder.find()) {
            text.append(plain(line.substring(at, placeholder.start())));
            String item = placeholder.group(1);
            text.append(items.contains(item) ? "{{" + item + "}}" : NOTHING);
            at = placeholder.end();
        }
        return text.append(plain(line.substring(at))).toString();
    }

    private static String plain(String text) {
        String folded = Width.folded(SPACE.matcher(text).replaceAll(""));
        return TYPED.matcher(folded).replaceAll("#");
    }

    private static DoesNotHold unsubmitted(Paragraph paragraph) {
        return new DoesNotHold(
                Code.VALUE_NOT_FROM_EVENT,
                "正文“%s”不是填报的文字",
                "'%s' of the body is not what was submitted",
                paragraph.text());
    }
}
