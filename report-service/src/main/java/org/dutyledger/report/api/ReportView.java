package org.dutyledger.report.api;

import java.util.List;
import org.dutyledger.report.issue.IssuedReport;

/**
 * An issued report in the API.
 *
 * @param proof path of its proof
 * @param proofFileName name to save the proof under
 */
record ReportView(
        String cycle,
        String report,
        long upToPosition,
        long position,
        String modelSha256,
        List<FileView> files,
        String proof,
        String proofFileName) {
    /** Ending of the name of a proof. */
    static final String PROOF = ".proof.json";

    /**
     * A file.
     *
     * @param name as it is recorded in the ledger, the same for every report
     * @param fileName name to save it under
     * @param href path of the file, under this service's and the gateway's root
     */
    record FileView(String name, String fileName, String mediaType, String sha256, long size, String href) {}

    static ReportView of(IssuedReport report, FileNames names) {
        String root = "/api/v1/cycles/" + report.cycle() + "/reports/" + report.report() + "/";
        List<FileView> files = report.files().stream()
                .map(f -> new FileView(
                        f.name(),
                        names.issued(report.report(), FileNames.endOf(f.name())),
                        f.mediaType(),
                        f.sha256(),
                        f.size(),
                        root + f.name()))
                .toList();
        return new ReportView(
                report.cycle(),
                report.report(),
                report.upToPosition(),
                report.position(),
                report.modelSha256(),
                files,
                root + "proof",
                names.issued(report.report(), PROOF));
    }
}
