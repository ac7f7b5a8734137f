package org.dutyledger.report.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.dutyledger.events.CycleEvent.CycleOpened;

/**
 * Download names of a cycle's reports: county, year and version, so that no file replaces another.
 *
 * @param county name of the jurisdiction, without what file systems do not allow
 */
record FileNames(String cycle, String county, int year) {
    /** Characters of the county's name; file systems allow 255 bytes for the whole name. */
    private static final int COUNTY = 50;

    static FileNames of(CycleOpened opened) {
        String name = opened.jurisdictionName().replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", "_");
        int length = Math.min(COUNTY, name.codePointCount(0, name.length()));
        return new FileNames(opened.cycle(), name.substring(0, name.offsetByCodePoints(0, length)), opened.year());
    }

    /**
     * Name of a file of an issued report.
     *
     * @param end with its point, such as {@code .docx}
     */
    String issued(String report, String end) {
        return county + year + "年履行教育职责自评报告-" + report + end;
    }

    /** The ending after the name: {@code .docx} of {@code report.docx}. */
    static String endOf(String file) {
        return file.substring(Math.max(0, file.lastIndexOf('.')));
    }

    /**
     * A {@code Content-Disposition} with the name of a file of an issued report, and one of ASCII for what cannot read it
     * (RFC 6266).
     *
     * @param type {@code attachment} or {@code inline}
     */
    String disposition(String type, String report, String end) {
        return header(type, issued(report, end), cycle + "-" + report + end);
    }

    /** The same for a draft. */
    String draftDisposition(String type, String end) {
        return header(type, issued("草稿", end), cycle + "-draft" + end);
    }

    private static String header(String type, String name, String ascii) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return type + "; filename=\"" + ascii.replaceAll("[^A-Za-z0-9._-]", "_") + "\"; filename*=UTF-8''" + encoded;
    }
}
