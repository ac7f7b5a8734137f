package org.dutyledger.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.dutyledger.verifier.cosign.Cosigning;
import org.dutyledger.verifier.input.UnusableInputException;
import org.dutyledger.verifier.ledger.LedgerCheckRequest;
import org.jspecify.annotations.Nullable;

/** What the program does, by its first word; without one it verifies a report. */
final class Commands {
    private Commands() {}

    /** @throws UnusableInputException for wrong usage or an unreadable file */
    static int run(List<String> words, PrintStream out, PrintStream err) throws IOException {
        String first = words.isEmpty() ? "" : words.get(0);
        return switch (first) {
            case "verify-ledger" -> ledger(words.subList(1, words.size()), out);
            case "cosign" -> cosign(words.subList(1, words.size()), out, err);
            default -> report(words, out);
        };
    }

    private static int report(List<String> words, PrintStream out) {
        Arguments given = Arguments.parse(words, Set.of("--key", "--cosigner", "--lang"));
        List<Path> files = given.files(2, "one bundle, and one report at most");
        return new VerificationRequest(
                        files.get(0),
                        files.size() == 2 ? files.get(1) : null,
                        given.path("--key"),
                        given.values("--cosigner"),
                        given.language())
                .run(out::println);
    }

    private static int ledger(List<String> words, PrintStream out) {
        Arguments given = Arguments.parse(words, Set.of("--key", "--checkpoint", "--lang"));
        return new LedgerCheckRequest(
                        given.files(1, "one exported ledger").get(0),
                        given.paths("--key"),
                        given.paths("--checkpoint"),
                        given.language())
                .run(out::println);
    }

    private static int cosign(List<String> words, PrintStream out, PrintStream err) throws IOException {
        Arguments given = Arguments.parse(words, Set.of("--key", "--name", "--log-key", "--previous", "--proof"));
        @Nullable Path proof = given.path("--proof");
        Cosigning.Proofs proofs = (earlier, next) -> {
            if (proof == null) {
                throw new UnusableInputException(
                        "give the answer of GET " + Cosigning.proofAddress(earlier, next) + " by --proof");
            }
            return Cosigning.proofIn(proof);
        };
        Cosigning cosigning = new Cosigning(
                given.required("--name"),
                Arguments.asPath(given.required("--key")),
                Arguments.asPath(given.required("--log-key")),
                proofs);
        Cosigning.Cosigned cosigned = cosigning.cosign(
                given.files(1, "one checkpoint").get(0),
                given.path("--previous"),
                Clock.systemUTC().instant());
        out.print(cosigned.note().format());
        err.println(cosigned.summary());
        return 0;
    }
}
