package org.dutyledger.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the program in a JVM with settings for a program of a few seconds, which a jar cannot ask for itself: the optimising
 * compiler would take as long as the whole verification.
 */
final class ShortRun {
    private static final String CHILD = "dutyledger.verifier.child";

    private ShortRun() {}

    /** Whether this JVM has the settings already. */
    static boolean isIt() {
        return Boolean.getBoolean(CHILD);
    }

    /**
     * Runs it, with this process's input and output, and returns its exit code.
     *
     * @throws IOException when no other JVM can be started; nothing was printed then
     */
    static int of(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-D" + CHILD + "=true",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
