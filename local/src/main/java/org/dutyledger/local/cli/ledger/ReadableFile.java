package org.dutyledger.local.cli.ledger;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dutyledger.local.cli.options.UsageException;

/** A file that is read several times from its beginning; on a terminal it shows how far that is. */
record ReadableFile(Path path, boolean terminal) {
    private static final int PERCENT = 100;

    /** @throws UsageException when it cannot be read */
    InputStream open(String label) throws IOException {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new UsageException("there is no readable file " + path);
        }
        InputStream file = Files.newInputStream(path);
        InputStream shown = terminal ? new Shown(file, label, Math.max(1, Files.size(path))) : file;
        return new BufferedInputStream(shown, 1 << 16);
    }

    /** Reports the progress at each percent. */
    private static final class Shown extends FilterInputStream {
        private final String label;
        private final long size;
        private long read;
        private long shown = -1;

        Shown(InputStream in, String label, long size) {
            super(in);
            this.label = label;
            this.size = size;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            read += Math.max(0, count);
            long percent = read * PERCENT / size;
            if (percent != shown) {
                shown = percent;
                System.err.print("\r  " + label + " " + percent + " %" + (percent == PERCENT ? "\n" : ""));
            }
            return count;
        }
    }
}
