package org.dutyledger.local.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Knows the repository's Java sources and how long they are. */
final class SourceTree {
    private final Path root;

    SourceTree(Path root) {
        this.root = root;
    }

    /** The checkout this test runs in: the folder that holds {@code mvnw}. */
    static SourceTree ofThisCheckout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return new SourceTree(folder);
    }

    /** A file of the checkout, by its path. */
    String file(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    record Source(String path, String folder, int lines, String text) {}

    List<Source> main() {
        return sources("src/main/java");
    }

    List<Source> test() {
        return sources("src/test/java");
    }

    private List<Source> sources(String under) {
        try (Stream<Path> modules = Files.list(root)) {
            return modules.map(m -> m.resolve(under))
                    .filter(Files::isDirectory)
                    .flatMap(this::javaFiles)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Source> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).map(this::source).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Source source(Path file) {
        try {
            String text = Files.readString(file);
            String path = root.relativize(file).toString();
            return new Source(
                    path,
                    root.relativize(file.getParent()).toString(),
                    (int) text.lines().count(),
                    text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
