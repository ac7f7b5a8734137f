package org.dutyledger.verifier;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dutyledger.verifier.finding.Text.Language;
import org.dutyledger.verifier.input.UnusableInputException;
import org.jspecify.annotations.Nullable;

/** The words of a command line: files, and options with a value each. */
final class Arguments {
    private final List<Path> files = new ArrayList<>();
    private final Map<String, List<String>> values = new HashMap<>();

    private Arguments() {}

    /** @throws UnusableInputException for an option that is not among {@code options}, or that has no value */
    static Arguments parse(List<String> words, Set<String> options) {
        Arguments arguments = new Arguments();
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (!word.startsWith("--")) {
                arguments.files.add(asPath(word));
            } else if (!options.contains(word)) {
                throw new UnusableInputException("unknown option " + word);
            } else if (!rest.hasNext()) {
                throw new UnusableInputException(word + " takes a value");
            } else {
                arguments
                        .values
                        .computeIfAbsent(word, option -> new ArrayList<>())
                        .add(rest.next());
            }
        }
        return arguments;
    }

    /** The files, from one to so many. */
    List<Path> files(int most, String what) {
        if (files.isEmpty() || files.size() > most) {
            throw new UnusableInputException(what + "; given: " + files);
        }
        return files;
    }

    List<String> values(String option) {
        return values.getOrDefault(option, List.of());
    }

    List<Path> paths(String option) {
        return values(option).stream().map(Arguments::asPath).toList();
    }

    @Nullable
    Path path(String option) {
        return last(option).map(Arguments::asPath).orElse(null);
    }

    /** One that must be given. */
    String required(String option) {
        return last(option).orElseThrow(() -> new UnusableInputException(option + " is required"));
    }

    /** Of an option that is given several times, the last value counts. */
    private Optional<String> last(String option) {
        List<String> given = values(option);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    Language language() {
        String language = last("--lang").orElse("zh");
        return switch (language) {
            case "zh" -> Language.ZH;
            case "en" -> Language.EN;
            default -> throw new UnusableInputException("--lang takes zh or en, not " + language);
        };
    }

    static Path asPath(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new UnusableInputException("not a file name: " + e.getInput());
        }
    }
}
