package org.dutyledger.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.dutyledger.local.machine.Executables;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Docker's own reader accepts the compose file, where it is installed. */
class ComposeConfigIT {
    @TempDir
    Path directory;

    @Test
    void composeFile_isAcceptedByDocker() throws Exception {
        Assumptions.assumeTrue(
                Executables.onPath("docker").isPresent() && run("docker", "compose", "version") == 0,
                "no docker client with the compose plugin");
        assertThat(run("docker", "compose", "--file", "../docker-compose.yml", "config", "--quiet"))
                .as(() -> printed())
                .isZero();
    }

    private int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("printed").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String printed() {
        try {
            return Files.readString(directory.resolve("printed"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
