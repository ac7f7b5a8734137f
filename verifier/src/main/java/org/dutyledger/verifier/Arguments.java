package org.dutyledger.verifier;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dutyledger.verifier.finding.Text.Language;
import org.jspecify.annotations.Nullable;

/** Reads the command line. */
final class Arguments {
    private final List<Path> files = new ArrayList<>();
    private final List<String> cosigners = new ArrayList<>();
    private @Nullable Path key;
    private Language language = Language.ZH;

    private Arguments() {}

    static VerificationRequest parse(List<String> words) {
        Arguments arguments = new Arguments();
        try {
            for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
                arguments.take(rest.next(), rest);
            }
        } catch (InvalidPathException e) {
            throw new UnusableInputException("not a file name: " + e.getInput());
        }
        List<Path> files = arguments.files;
        if (files.isEmpty() || files.size() > 2) {
            throw new UnusableInputException("one bundle, and one report at most; given: " + files);
        }
        return new VerificationRequest(
                files.get(0),
                files.size() == 2 ? files.get(1) : null,
                arguments.key,
                arguments.cosigners,
                arguments.language);
    }

    private void take(String word, Iterator<String> rest) {
        switch (word) {
            case "--key" -> key = Path.of(value(word, rest));
            case "--cosigner" -> cosigners.add(value(word, rest));
            case "--lang" -> language = language(value(word, rest));
            default -> {
                if (word.startsWith("--")) {
                    throw new UnusableInputException("unknown option " + word);
                }
                files.add(Path.of(word));
            }
        }
    }

    private static Language language(String value) {
        return switch (value) {
            case "zh" -> Language.ZH;
            case "en" -> Language.EN;
            default -> throw new UnusableInputException("--lang takes zh or en, not " + value);
        };
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UnusableInputException(option + " takes a value");
        }
        return rest.next();
    }
}
