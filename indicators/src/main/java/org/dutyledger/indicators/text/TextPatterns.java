package org.dutyledger.indicators.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The patterns of {@code typed-numbers.txt}, which explains itself; the page for browsers reads the same file. */
final class TextPatterns {
    private static final Map<String, List<String>> OF_KIND = read();

    private TextPatterns() {}

    /** A pattern that matches what any pattern of a kind matches. */
    static String of(String kind) {
        List<String> patterns = OF_KIND.get(kind);
        if (patterns == null) {
            throw new IllegalStateException("typed-numbers.txt has no pattern '" + kind + "'");
        }
        return "(?:" + String.join("|", patterns) + ")";
    }

    private static Map<String, List<String>> read() {
        Map<String, String> defined = new LinkedHashMap<>();
        Map<String, List<String>> patterns = new HashMap<>();
        for (String line : lines()) {
            String[] words = line.split(" ", 3);
            String text = words[2];
            for (Map.Entry<String, String> one : defined.entrySet()) {
                text = text.replace("<" + one.getKey() + ">", one.getValue());
            }
            if (words[0].equals("define")) {
                defined.put(words[1], text);
            } else {
                patterns.computeIfAbsent(words[0], kind -> new ArrayList<>()).add(text);
            }
        }
        return patterns;
    }

    private static List<String> lines() {
        try (InputStream in = TextPatterns.class.getResourceAsStream("typed-numbers.txt")) {
            if (in == null) {
                throw new IllegalStateException("typed-numbers.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
