package org.dutyledger.verifier;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dutyledger.verifier.check.Trust;
import org.dutyledger.verifier.finding.Outcome;
import org.dutyledger.verifier.finding.Text.Language;

/** The program that an auditor runs. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        // whatever the terminal says of itself
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        Outcome outcome = Verification.of(Files.readAllBytes(Path.of(arguments[0])), Trust.nobody());
        outcome.held().forEach(line -> out.println("✓ " + line.in(Language.ZH)));
        outcome.broken()
                .ifPresent(e -> out.println("✗ " + e.code() + " " + e.text().zh()));
        out.flush();
        System.exit(outcome.holds() ? 0 : 1);
    }
}
