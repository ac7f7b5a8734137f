package org.dutyledger.verifier.zip;

import org.dutyledger.verifier.readback.UnreadableReportException;

/** A ZIP file whose directory is not that of its entries. */
final class UnsoundZipException extends UnreadableReportException {
    private static final long serialVersionUID = 1;

    UnsoundZipException() {
        super("不是完好的 ZIP：目录与内容不符", "not a sound ZIP: its directory is not that of its entries");
    }
}
