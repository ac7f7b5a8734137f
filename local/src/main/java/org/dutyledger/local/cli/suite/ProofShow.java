package org.dutyledger.local.cli.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dutyledger.local.client.ReportDownload;
import org.dutyledger.verifier.VerificationRequest;
import org.dutyledger.verifier.finding.Text.Language;

/** Shows what the proof of a report is good for: the issued files hold by it, a copy with one digit changed does not. */
final class ProofShow {
    private static final String BODY = "word/document.xml";

    /** A number of the body with decimals: it is linked to its row of annex 1. */
    private static final Pattern NUMBER =
            Pattern.compile("w:anchor=\"S_N[0-9]+\"(?:(?!</w:hyperlink>).)*?>[0-9]+\\.[0-9]*([0-9])</w:t>");

    private ProofShow() {}

    /** Verifies the files of an issued report; prints nothing when there is no proof among them. */
    static void print(List<Path> files, PrintStream out) {
        Optional<Path> proof = files.stream().filter(ReportDownload::isProof).findFirst();
        for (Path file : files) {
            if (proof.isPresent() && ReportDownload.isDocument(file)) {
                out.println();
                out.println("./dutyledger verify " + proof.get() + " " + file);
                List<String> lines = verify(proof.get(), file);
                boolean first = file.equals(files.get(0));
                // for the second file the checks of the bundle are the same
                lines.subList(first ? 0 : result(lines), first ? lines.size() : result(lines) + 2)
                        .forEach(line -> out.println("  " + line));
                if (file.toString().endsWith(".docx")) {
                    tamper(proof.get(), file, out);
                }
            }
        }
    }

    private static List<String> verify(Path proof, Path file) {
        List<String> lines = new ArrayList<>();
        new VerificationRequest(proof, file, null, List.of(), Language.ZH).run(lines::add);
        return lines;
    }

    private static void tamper(Path proof, Path report, PrintStream out) {
        try {
            Path copy = Files.createTempFile("dutyledger-altered", ".docx");
            try {
                if (altered(report, copy)) {
                    out.println("The same for a copy in which one digit was changed");
                    List<String> lines = verify(proof, copy);
                    lines.subList(result(lines), lines.size()).forEach(line -> out.println("  " + line));
                }
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last check; the line after it gives the overall result. */
    private static int result(List<String> lines) {
        int at = lines.size() - 1;
        while (!lines.get(at).startsWith("✓") && !lines.get(at).startsWith("✗")) {
            at--;
        }
        return at;
    }

    /** Whether there was a digit to change. */
    static boolean altered(Path report, Path copy) throws IOException {
        boolean done = false;
        try (InputStream file = Files.newInputStream(report);
                OutputStream target = Files.newOutputStream(copy);
                ZipInputStream in = new ZipInputStream(file);
                ZipOutputStream to = new ZipOutputStream(target)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] part = in.readAllBytes();
                if (entry.getName().equals(BODY)) {
                    StringBuilder text = new StringBuilder(new String(part, StandardCharsets.UTF_8));
                    Matcher number = NUMBER.matcher(text);
                    done = number.find();
                    if (done) {
                        char digit = text.charAt(number.start(1));
                        text.setCharAt(number.start(1), digit == '9' ? '8' : (char) (digit + 1));
                        part = text.toString().getBytes(StandardCharsets.UTF_8);
                    }
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(part);
            }
        }
        return done;
    }
}
