package org.dutyledger.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The budgets of ARCHITECTURE.md. An exception is listed here with its reason, or it does not exist. */
class BudgetTest {
    private static final SourceTree TREE = SourceTree.ofThisCheckout();

    /** Packages that may hold more than ten files. */
    private static final Map<String, String> WIDE_PACKAGES = Map.of(
            "events/src/main/java/org/dutyledger/events", "one vocabulary, one package: everything a consumer imports",
            "indicators/src/main/java/org/dutyledger/indicators", "the framework model is one set of records",
            "ledger/src/main/java/org/dutyledger/ledger", "the port: what is read and appended, and its exceptions",
            "service-kit/src/main/java/org/dutyledger/kit", "at most 24 files in the whole module, by its own law");

    @Test
    void files_areShort() {
        List<Integer> lines = Stream.concat(TREE.main().stream(), TREE.test().stream())
                .filter(s -> !s.path().endsWith("package-info.java"))
                .map(SourceTree.Source::lines)
                .sorted()
                .toList();
        assertThat(lines.get(lines.size() / 2)).as("median lines").isLessThanOrEqualTo(90);
        assertThat(lines.get(lines.size() * 9 / 10)).as("p90 lines").isLessThanOrEqualTo(220);
        assertThat(tooLong(TREE)).as("files over 400 lines").isEmpty();
    }

    @Test
    void packages_holdAtMostTenFiles() {
        assertThat(tooWide(TREE, WIDE_PACKAGES.keySet())).isEmpty();
        assertThat(TREE.main().stream()
                        .filter(s -> s.path().startsWith("service-kit/"))
                        .count())
                .as("files in service-kit")
                .isLessThanOrEqualTo(24);
    }

    @Test
    void tests_areAtLeastFourFifthsOfTheCode() {
        // benchmarks/ is neither: it loads the product and verifies what came out, so it is a check in itself
        double main = TREE.main().stream()
                .filter(s -> !s.path().startsWith("benchmarks/"))
                .mapToInt(SourceTree.Source::lines)
                .sum();
        double test = TREE.test().stream().mapToInt(SourceTree.Source::lines).sum();
        assertThat(test / main).as("test lines per main line").isGreaterThanOrEqualTo(0.8);
    }

    /** Imports and conversations then need no package to say which one is meant. */
    @Test
    void simpleNames_areUsedOnce() {
        assertThat(repeatedNames(TREE)).isEmpty();
    }

    @Test
    void tests_doNotSleep() {
        assertThat(sleepers(TREE)).isEmpty();
    }

    @Test
    void eachBudget_canFail(@TempDir Path folder) throws Exception {
        Path main = Files.createDirectories(folder.resolve("m/src/main/java/p"));
        Path test = Files.createDirectories(folder.resolve("m/src/test/java/p"));
        Files.writeString(main.resolve("Long.java"), "\n".repeat(401));
        Files.writeString(test.resolve("Sleeper.java"), "Thread." + "sleep(1);");
        Files.writeString(Files.createDirectories(main.resolve("q")).resolve("Long.java"), "class Long {}");
        for (int i = 0; i < 10; i++) {
            Files.writeString(main.resolve("C" + i + ".java"), "class C" + i + " {}");
        }
        SourceTree offenders = new SourceTree(folder);
        assertThat(tooLong(offenders)).containsExactly("m/src/main/java/p/Long.java");
        assertThat(tooWide(offenders, Set.of())).containsExactly(Map.entry("m/src/main/java/p", 11L));
        assertThat(repeatedNames(offenders)).containsExactly("Long");
        assertThat(sleepers(offenders)).containsExactly("m/src/test/java/p/Sleeper.java");
    }

    private static List<String> tooLong(SourceTree tree) {
        return Stream.concat(tree.main().stream(), tree.test().stream())
                .filter(s -> s.lines() > 400)
                .map(SourceTree.Source::path)
                .toList();
    }

    private static Map<String, Long> tooWide(SourceTree tree, Set<String> exempt) {
        Map<String, Long> counts = tree.main().stream()
                .filter(s -> !s.path().endsWith("package-info.java"))
                .collect(Collectors.groupingBy(SourceTree.Source::folder, TreeMap::new, Collectors.counting()));
        counts.entrySet().removeIf(e -> e.getValue() <= 10 || exempt.contains(e.getKey()));
        return counts;
    }

    private static List<String> repeatedNames(SourceTree tree) {
        return tree.main().stream()
                .map(s -> Path.of(s.path()).getFileName().toString().replace(".java", ""))
                .filter(name -> !name.equals("package-info"))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(one -> one.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> sleepers(SourceTree tree) {
        return tree.test().stream()
                .filter(s ->
                        s.text().contains("Thread." + "sleep(") || s.text().contains("TimeUnit.SECONDS." + "sleep("))
                .map(SourceTree.Source::path)
                .toList();
    }
}
