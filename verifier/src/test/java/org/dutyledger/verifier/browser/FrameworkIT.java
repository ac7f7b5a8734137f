package org.dutyledger.verifier.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.document.sample.Records;
import org.dutyledger.indicators.FrameworkException;
import org.dutyledger.indicators.files.FrameworkFile;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.junit.jupiter.api.Test;

/** The page takes the frameworks that the program takes, and no other: a false framework would make any report true. */
class FrameworkIT extends JudgePage {
    private static final int CHANGES = 4000;
    private static final Pattern TOKEN = Pattern.compile("[^\\s:,\\[\\]{}\"']+");
    /** What readers of YAML and of numbers take differently, and what is nearly right. */
    private static final List<String> VALUES = List.of(
            "2.0",
            "+2",
            "1E2",
            "-.5",
            "0x10",
            "1_000",
            "007",
            "-1",
            "30",
            "31",
            "99999999999",
            "0.5",
            "1.000",
            "-0",
            "~",
            "null",
            "true",
            "yes",
            "True",
            "!!int 3",
            "!!str 3",
            "! 3",
            "&a x",
            "*a",
            "<<",
            "\"\"",
            "''",
            "'a'' b'",
            "\"\\u4e00\"",
            "[]",
            "{}",
            "[a]",
            "{a: b}",
            "%",
            "? x",
            "# x",
            "|",
            ">-",
            "- a",
            "亿元",
            "人",
            "名",
            "个",
            "项",
            "%",
            ".87亿元",
            "人/班",
            "元/生·年",
            "a / b",
            "!(a == b)",
            "(a",
            "a]",
            "a + \"是\"",
            "a && b",
            "a > b > c",
            "[a, b]",
            "sum([a, b])",
            "sum(a)",
            "count([a > b])",
            "min(a)",
            "round(a, 2)",
            "round(a, b)",
            "cv([a], [b])",
            "cv(a, b)",
            "a == a",
            "(a > b) == (b > c)",
            "word == word",
            "1".repeat(41),
            "a + ".repeat(300) + "a",
            "[a] == [b]",
            "a * b",
            "1 + 1",
            "1 == 1",
            "-a",
            "!a",
            "true",
            "word == \"是\"",
            "word == \"也许\"",
            "word == word",
            "if",
            "a_1",
            "A",
            "0a",
            "FACT",
            "CLAIM",
            "NUMBER",
            "第1师",
            "教育-1",
            "99.87亿元",
            "{{a}}",
            "{{ a }}",
            "{{nothing}}",
            "indicators",
            "group",
            "__proto__",
            "constructor",
            "toString");

    private static final List<String> CHARACTERS = List.of(
            " ",
            "  ",
            "\n",
            "\r",
            "\r\n",
            "\t",
            "\u00a0",
            "\u3000",
            "\u2028",
            "\u0085",
            "\ufeff",
            "\u200b",
            "\ud800",
            "\"",
            "'",
            ":",
            ": ",
            ",",
            "#",
            " #",
            "-",
            "- ",
            "[",
            "]",
            "{",
            "}",
            "&",
            "*",
            "!",
            "|",
            ">",
            "%",
            "@",
            "`",
            "?",
            "\\",
            "(",
            ")",
            "=",
            "<",
            "0",
            "9",
            ".",
            "a",
            "_",
            "是",
            "\0",
            "\"#c",
            " # ]\n",
            "\"b\n c\"",
            "|\n text",
            "---\n",
            "...\n",
            "\n%YAML 1.2\n");

    @Test
    void publishedFrameworks_areTaken() {
        List<byte[]> shipped =
                FrameworkFiles.shipped().stream().map(FrameworkFile::bytes).toList();
        assertThat(takenByThePage(shipped)).hasSameSizeAs(shipped).containsOnly(true);
    }

    @Test
    void limitsOfSizeAndDepth_areTheSame() {
        String sound = ContentIT.EVERY_FUNCTION;
        int room = 1_000_000 - sound.getBytes(StandardCharsets.UTF_8).length - "# ".length();
        List<byte[]> files = Stream.of(
                        sound + "# " + "x".repeat(room),
                        sound + "# " + "x".repeat(room + 1),
                        "- ".repeat(5000),
                        "[".repeat(5000),
                        "{b: ".repeat(5000))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        assertThat(files.stream().map(FrameworkIT::takenByTheProgram))
                .containsExactly(true, false, false, false, false);
        assertThat(takenByThePage(files)).containsExactly(true, false, false, false, false);
    }

    @Test
    void anyChangedFramework_isTakenOrRefusedAlike() {
        List<String> sound =
                List.of(new String(Records.FRAMEWORK_FILE, StandardCharsets.UTF_8), ContentIT.EVERY_FUNCTION);
        Random random = new Random(1);
        List<byte[]> files = Stream.generate(() -> any(sound, random))
                .limit(CHANGES)
                .map(text -> random.nextInt(4) == 0 ? changed(changed(text, random), random) : changed(text, random))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        List<Boolean> expected =
                files.stream().map(FrameworkIT::takenByTheProgram).toList();
        assertThat(expected.stream().filter(taken -> taken).count()).isBetween(CHANGES / 20L, CHANGES / 2L);
        for (int i = 0, compared = 0; compared < 300 && i < files.size(); i++) {
            if (expected.get(i)) {
                compared++;
                assertThat(ContentIT.judgedUnsubmitted(files.get(i)))
                        .as(difference(sound, new String(files.get(i), StandardCharsets.UTF_8)))
                        .isEqualTo(List.of("HOLDS"));
            }
        }
        List<Boolean> found = takenByThePage(files);
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            if (!found.get(i).equals(expected.get(i))) {
                differing.add((expected.get(i) ? "the page refuses: " : "the page takes: ")
                        + difference(sound, new String(files.get(i), StandardCharsets.UTF_8)));
            }
        }
        assertThat(differing).isEmpty();
    }

    private static String changed(String text, Random random) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n")));
        int line = random.nextInt(lines.size());
        int at = random.nextInt(text.length());
        switch (random.nextInt(9)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(line, any(lines, random));
            case 2 -> lines.set(line, (random.nextBoolean() ? " " : "  ") + lines.get(line));
            case 3 -> {
                return text.substring(0, at) + any(CHARACTERS, random) + text.substring(at);
            }
            case 4 -> {
                return text.substring(0, at) + text.substring(at + 1);
            }
            default -> {
                List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
                MatchResult token = any(tokens, random);
                String other = random.nextInt(3) == 0 ? any(tokens, random).group() : any(VALUES, random);
                return text.substring(0, token.start()) + other + text.substring(token.end());
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** The lines that the text has and no sound one. */
    private static String difference(List<String> sound, String text) {
        List<String> known = sound.stream().flatMap(String::lines).toList();
        return String.join(
                "⏎", text.lines().filter(line -> !known.contains(line)).toList());
    }

    private static boolean takenByTheProgram(byte[] file) {
        try {
            ReportComputation.of(file);
            return true;
        } catch (FrameworkException e) {
            return false;
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Boolean> takenByThePage(List<byte[]> files) {
        List<String> encoded =
                files.stream().map(Base64.getEncoder()::encodeToString).toList();
        return (List<Boolean>) page.evaluate("files => module0.takenFrameworks(files)", encoded);
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
