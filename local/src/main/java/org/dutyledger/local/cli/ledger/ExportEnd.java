package org.dutyledger.local.cli.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The last line of an export: only there its sender can say that the ledger turned out to be broken. */
final class ExportEnd {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A seal or a refusal is much shorter. */
    private static final int LONGEST = 1 << 16;

    private ExportEnd() {}

    /** @throws UnsealedExportException when the file does not end with a seal */
    static void requireSeal(Path file) {
        JsonNode last = last(file);
        if (last.path("refused").isString()) {
            throw new UnsealedExportException("the ledger is broken at position "
                    + last.path("position").asString("") + ": "
                    + last.path("detail").asString("") + " ("
                    + last.path("refused").asString()
                    + "). No file was written; 'verify-ledger' on its database reports"
                    + " more. 账本在此处已损坏，未写出文件。");
        }
        if (!last.path("seal").isString()) {
            throw new UnsealedExportException(
                    "the export ended before its seal, no file was written: try again." + " 导出中途断开，未写出文件，请重试。");
        }
    }

    private static JsonNode last(Path file) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(LONGEST, in.length())];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            String text = new String(tail, UTF_8).stripTrailing();
            return JSON.readTree(text.substring(text.lastIndexOf('\n') + 1));
        } catch (JacksonException cutOff) {
            return JSON.missingNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
