package org.dutyledger.local;

import java.nio.file.Path;
import java.util.Optional;
import org.dutyledger.local.machine.Executables;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Decides what a test does where a real server is missing: skip it on a laptop, fail in CI. */
public final class RealBackends {
    private RealBackends() {}

    /** The mongod to test with. */
    public static Path mongod() {
        Optional<Path> mongod = Executables.mongod();
        if (mongod.isEmpty() && required()) {
            Assertions.fail("CI needs a real mongod: name it by MONGOD or put it on the PATH");
        }
        Assumptions.assumeTrue(mongod.isPresent(), "no mongod on the PATH and none named by MONGOD");
        return mongod.get();
    }

    /** Logs the backends that a test ran on; CI collects these lines. */
    public static void log(String description) {
        description.lines().forEach(line -> System.out.println("BACKEND " + line));
    }

    private static boolean required() {
        return Boolean.parseBoolean(System.getenv("CI"))
                || "required".equals(System.getProperty("dutyledger.backends"));
    }
}
