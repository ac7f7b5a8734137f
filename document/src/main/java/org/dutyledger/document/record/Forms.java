package org.dutyledger.document.record;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.dutyledger.indicators.text.RecordText;
import org.jspecify.annotations.Nullable;

/** Forms of the fields of recorded events. Texts are in the form of {@link RecordText}. */
public final class Forms {
    /** Characters that a fact has at most, counted in code points. */
    public static final int LONGEST_FACT = 2000;
    /** Characters that a note or reason has at most, counted as {@link String#length()} does. */
    public static final int LONGEST_REMARK = 1000;

    private static final int LONGEST_NAME = 100;
    private static final Pattern CYCLE = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern JURISDICTION = Pattern.compile("[0-9]{6}([0-9]{3}){0,2}");
    private static final Pattern ORGANISATION = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,59}");
    private static final Pattern REPORT = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern FILE_NAME = Pattern.compile("[^\\n]{1,255}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w.+-]{1,60}/[\\w.+-]{1,100}");
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Forms() {}

    /** Whether it is an id of a cycle: 1 to 40 of a-z, 0-9 and -. */
    public static boolean isCycle(String id) {
        return CYCLE.matcher(id).matches();
    }

    /** Whether it is a division code of 6, 9 or 12 digits (GB/T 2260). */
    public static boolean isJurisdiction(String code) {
        return JURISDICTION.matcher(code).matches();
    }

    /** Whether it is an id of an organisation: 1 to 60 letters, digits, '.', '_' or '-', no '.' first. */
    public static boolean isOrganisation(String id) {
        return ORGANISATION.matcher(id).matches();
    }

    /** Whether it is an id of a report: 1 to 80 letters, digits, '.', '_' or '-', no '.' first. */
    public static boolean isReport(String id) {
        return REPORT.matcher(id).matches();
    }

    /** Whether it is one line, as facts are: the report prints them within a sentence. */
    public static boolean isOneLine(String text) {
        return text.indexOf('\n') < 0;
    }

    /** Whether it is a name of 1 to 100 characters on one line: a second line would be a second paragraph in a report. */
    public static boolean isName(String name) {
        return !name.isBlank() && name.length() <= LONGEST_NAME && name.indexOf('\n') < 0;
    }

    /** Whether it is no deadline, or one between 1990 and 2200. */
    public static boolean isDeadline(@Nullable Instant deadline) {
        return deadline == null || (deadline.isAfter(EARLIEST) && deadline.isBefore(LATEST));
    }

    /** Whether there is no note, or one that is not too long. */
    public static boolean isRemark(@Nullable String note) {
        return note == null || note.length() <= LONGEST_REMARK;
    }

    /** Whether there is a reason, and it is not too long. */
    public static boolean isReason(@Nullable String reason) {
        return reason != null && !reason.isBlank() && isRemark(reason);
    }

    /** Whether the description of an evidence file is complete: hash, name, media type and a size above 0. */
    public static boolean isFile(
            @Nullable String sha256, @Nullable String fileName, @Nullable String mediaType, @Nullable Long size) {
        return matches(SHA256, sha256)
                && matches(MEDIA_TYPE, mediaType)
                && matches(FILE_NAME, fileName)
                && size != null
                && size > 0;
    }

    /** Whether all texts that are there are in their stored form. */
    static boolean areStored(List<@Nullable String> texts) {
        for (String text : texts) {
            if (text != null && !RecordText.isStored(text)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(Pattern pattern, @Nullable String text) {
        return text != null && pattern.matcher(text).matches();
    }
}
