package org.dutyledger.document.template;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.dutyledger.events.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * The whole content of the document, without a format: every renderer prints this and adds nothing. Equal inputs give
 * equal canonical bytes.
 *
 * @param body title, basis and the parts in document order
 * @param sources annex 1: one row for every number of the body, in its order, then what the body does not print
 * @param results annex 2: one row an indicator
 */
public record ReportModel(About about, List<Paragraph> body, List<Source> sources, List<Result> results) {
    public ReportModel {
        body = List.copyOf(body);
        sources = List.copyOf(sources);
        results = List.copyOf(results);
    }

    /** The canonical JSON of the model. */
    public byte[] canonical() {
        return CanonicalJson.bytes(this);
    }

    /** Lower-case hex SHA-256 of {@link #canonical()}. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The title as plain text. */
    public String title() {
        StringBuilder title = new StringBuilder();
        body.stream()
                .filter(p -> p.style() == Style.TITLE)
                .flatMap(p -> p.runs().stream())
                .forEach(r -> title.append(r.text()));
        return title.toString();
    }

    /**
     * The subject of the report.
     *
     * @param upToPosition the ledger position it was made from
     * @param asOf server time of the last event of the cycle up to there
     */
    public record About(
            String cycle,
            String jurisdiction,
            String jurisdictionName,
            int year,
            String framework,
            String frameworkTitle,
            String frameworkVersion,
            String frameworkSha256,
            long upToPosition,
            Instant asOf) {}

    /** The kind of a paragraph. */
    public enum Style {
        TITLE,
        /** 一、 */
        PART,
        /** （一） */
        GROUP,
        /** Running text; with a head it is a run-in head such as “1.标题。”. */
        BODY
    }

    /**
     * A paragraph.
     *
     * @param anchor unique id where others may link to it, or null
     * @param holder indicator or section whose text this is; empty for headings of the frame
     * @param head structural text that the template makes of the framework's titles, which may hold digits; nothing that was
     *     submitted
     */
    public record Paragraph(Style style, @Nullable String anchor, String holder, String head, List<Run> runs) {
        public Paragraph {
            runs = List.copyOf(runs);
        }
    }

    /** The kind of a run. */
    public enum Kind {
        TEXT,
        /** A number from the ledger. */
        NUMBER,
        /** A text from the ledger that the narrative quotes. */
        FACT,
        /** A submitted text with a number that is not a statistic: a date, the number of a document, a name. */
        LITERAL,
        /** Something the ledger does not hold. */
        MISSING
    }

    /**
     * Consecutive characters of one origin.
     *
     * @param source id of the row in {@link #sources}, for numbers and facts; else null
     * @throws IllegalArgumentException for a digit that has no source and is not part of a literal: no statistic of the
     *     body is typed
     */
    public record Run(Kind kind, String text, @Nullable String source) {
        public Run {
            boolean sourced = kind == Kind.NUMBER || kind == Kind.FACT;
            if (sourced != (source != null)) {
                throw new IllegalArgumentException("numbers and facts have a source, others none: " + text);
            }
            if (!sourced && kind != Kind.LITERAL && text.chars().anyMatch(Character::isDigit)) {
                throw new IllegalArgumentException("a number without a source in '" + text + "'");
            }
        }
    }

    /** The origin of a value. */
    public enum Origin {
        /** 填报. */
        REPORTED,
        /** 填报，下限. */
        AT_LEAST,
        /** 填报单位申报: a derived figure whose inputs the system does not hold. */
        DECLARED,
        /** 系统测算. */
        COMPUTED,
        /** 事实. */
        FACT,
        /** Set when the cycle was opened. */
        CYCLE
    }

    /**
     * A row of annex 1.
     *
     * @param id {@code N0001} and up; the body's bookmark
     * @param printed whether the body prints it; if not, nothing links here but other rows
     * @param holder indicator or section id
     * @param place the same for people: the indicator's number or the section's title
     * @param item id of figure, fact or measure
     * @param event the event that set it; null for a computed value, whose inputs have theirs
     * @param computation null unless computed
     */
    public record Source(
            String id,
            boolean printed,
            String holder,
            String place,
            String item,
            String name,
            String value,
            String unit,
            Origin origin,
            String period,
            @Nullable Event event,
            @Nullable Computation computation) {}

    /** The event that set a value. */
    public record Event(String organisation, Instant recordedAt, long position, String eventId) {}

    /**
     * How a value was computed.
     *
     * @param formula with the names of its inputs
     * @param inputs ids of the rows it was computed from
     * @param declared id of the row with the submitter's own value, or null
     * @param declaredValue that value, or null
     * @param difference computed less declared, or null
     */
    public record Computation(
            String formula,
            List<String> inputs,
            @Nullable String declared,
            @Nullable String declaredValue,
            @Nullable BigDecimal difference) {
        public Computation {
            inputs = List.copyOf(inputs);
        }
    }

    /** A row of annex 2. */
    public record Result(
            String indicator,
            String title,
            String verdict,
            @Nullable BigDecimal score,
            List<String> missing,
            List<Reason> reasons,
            List<String> findings) {
        public Result {
            missing = List.copyOf(missing);
            reasons = List.copyOf(reasons);
            findings = List.copyOf(findings);
        }
    }

    /** One rule: 符合, 不符合 or 无法判定. */
    public record Reason(
            String outcome, String text, @Nullable String source) {}
}
