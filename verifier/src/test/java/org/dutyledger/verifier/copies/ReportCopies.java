package org.dutyledger.verifier.copies;

import java.util.Map;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.sample.SampleLedger;

/** Files that are not the issued ones: honest copies, altered texts, and every kind of content that may be shown otherwise. */
public final class ReportCopies {
    private ReportCopies() {}

    /** A file and what a verifier must say of it. */
    public record Case(byte[] file, Code code) {}

    /** All, by name. */
    public static Map<String, Case> of(SampleLedger ledger) {
        CopyCases cases = new CopyCases(ledger);
        TextCopies.of(cases);
        RedirectedCopies.of(cases);
        HiddenInText.of(cases);
        HiddenByLayout.of(cases);
        MistakenStyles.of(cases);
        MovedRows.of(cases);
        MisplacedText.of(cases);
        ForeignMarks.of(cases);
        PackedCopies.of(cases);
        PageCopies.of(cases);
        return cases.all();
    }
}
