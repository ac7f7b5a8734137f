package org.dutyledger.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program {@code dutyledger} on a built checkout, with a java in front that prints what it is asked to run. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir
    Path directory;

    private Path built;
    private Path library;
    private List<String> modules;

    @BeforeEach
    void build() throws IOException {
        built = directory.resolve("built");
        Path source = Path.of("").toAbsolutePath().getParent();
        modules = modules(Files.readString(source.resolve("dutyledger")));
        library = Files.createFile(directory.resolve("library-1.jar"));
        Files.createDirectories(built);
        Files.copy(
                source.resolve("dutyledger"),
                built.resolve("dutyledger"),
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(
                built.resolve("pom.xml"),
                "<project>\n<artifactId>dutyledger</artifactId>\n<version>7-TEST</version>\n</project>\n");
        StringBuilder path = new StringBuilder();
        for (String module : modules) {
            Path target = Files.createDirectories(built.resolve(module).resolve("target"));
            Files.writeString(built.resolve(module).resolve("pom.xml"), "<project/>");
            Path jar = Files.writeString(target.resolve(module + "-7-TEST.jar"), module);
            if (!module.equals("local")) {
                path.append(jar).append(':');
            }
        }
        Files.writeString(built.resolve("local/target/classpath"), path.append(library));
        Path java = Files.createDirectories(directory.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                if [ "$1" = -version ]; then echo 'openjdk version "17.0.1"' >&2; exit; fi
                while [ "$1" != -cp ]; do shift; done
                echo "$2"
                """);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aBuiltCheckout_runsItsJars() throws Exception {
        assertThat(classPath(built)).containsExactlyElementsOf(expected(built));
    }

    @Test
    void aCopiedCheckout_runsItsOwnJars() throws Exception {
        Path copy = directory.resolve("copy");
        assertThat(new ProcessBuilder("cp", "-a", built.toString(), copy.toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(classPath(copy)).containsExactlyElementsOf(expected(copy));
    }

    @Test
    void aMovedCheckout_runsItsOwnJars() throws Exception {
        Path moved = Files.move(built, directory.resolve("moved here"));
        assertThat(classPath(moved)).containsExactlyElementsOf(expected(moved));
    }

    @Test
    void aMissingLibrary_isAFailure() throws Exception {
        Files.delete(library);
        Process process = run(built);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
    }

    /** As the program lists them, {@code local} at the end. */
    private static List<String> modules(String program) {
        Matcher list = Pattern.compile("(?m)^modules=\\((.*)\\)$").matcher(program);
        assertThat(list.find()).isTrue();
        List<String> names = List.of(list.group(1).split(" "));
        assertThat(names).contains("events", "ledger").last().isEqualTo("local");
        return names;
    }

    private List<String> expected(Path root) {
        // local first, as the program puts it
        return java.util.stream.Stream.of(
                        List.of(jar(root, "local")),
                        modules.subList(0, modules.size() - 1).stream()
                                .map(module -> jar(root, module))
                                .toList(),
                        List.of(library.toString()))
                .flatMap(List::stream)
                .toList();
    }

    private static String jar(Path root, String module) {
        return root.resolve(module)
                .resolve("target")
                .resolve(module + "-7-TEST.jar")
                .toString();
    }

    private List<String> classPath(Path root) throws Exception {
        Process process = run(root);
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return List.of(printed.strip().split(":"));
    }

    private Process run(Path root) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(root.resolve("dutyledger").toString(), "status");
        builder.environment().put("JAVA_HOME", directory.resolve("jdk").toString());
        builder.redirectError(directory.resolve("err").toFile());
        return builder.start();
    }
}
