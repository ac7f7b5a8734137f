package org.dutyledger.local.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dutyledger.local.e2e.ChildJvm;

/**
 * The executable jar of the submission service, unpacked as its makers advise, with an archive of its loaded classes: a
 * service that is killed every few seconds must be back in few.
 */
record Installation(Path directory, Path jar, Path classes, Map<String, String> environment) {

    /** Unpacks the jar and starts the service once, up to the end of its start, to write the archive. */
    static Installation in(Path directory, Map<String, String> environment) throws IOException {
        Path unpacked = directory.resolve("app");
        ended(
                directory,
                Map.of(),
                "-Djarmode=tools",
                "-jar",
                executable().toString(),
                "extract",
                "--destination",
                unpacked.toString());
        Path jar = unpacked.resolve(executable().getFileName());
        Path classes = directory.resolve("classes.jsa");
        Map<String, String> once = new HashMap<>(environment);
        once.put("SERVER_PORT", "0");
        ended(
                directory,
                once,
                "-XX:ArchiveClassesAtExit=" + classes,
                "-Dspring.context.exit=onRefresh",
                "-jar",
                jar.toString());
        return new Installation(directory, jar, classes, environment);
    }

    /** A service with this name and address; its output is added to one file. */
    ChildJvm start(String name, int port) {
        Map<String, String> own = new HashMap<>(environment);
        own.put("SERVER_PORT", Integer.toString(port));
        own.put("DUTYLEDGER_INSTANCE", name);
        own.put(
                "DUTYLEDGER_CHECKPOINT_KEY",
                directory.resolve(name).resolve("checkpoint.pem").toString());
        own.put("DUTYLEDGER_TILES", directory.resolve(name).resolve("tiles").toString());
        return ChildJvm.start(
                directory.resolve(name + ".out"),
                own,
                List.of("-XX:SharedArchiveFile=" + classes, "-jar", jar.toString()));
    }

    private static void ended(Path directory, Map<String, String> environment, String... arguments) {
        ChildJvm child =
                ChildJvm.start(directory.resolve("install.out"), environment, new ArrayList<>(List.of(arguments)));
        if (child.awaitEnd() != 0) {
            throw new AssertionError(child.lastWords());
        }
    }

    private static Path executable() throws IOException {
        Path target = Path.of("")
                .toAbsolutePath()
                .resolveSibling("submission-service")
                .resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(f -> f.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(
                            () -> new AssertionError("no executable jar in " + target + "; ./mvnw package makes it"));
        }
    }
}
