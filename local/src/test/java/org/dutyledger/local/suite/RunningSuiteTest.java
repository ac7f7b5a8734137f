package org.dutyledger.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dutyledger.local.machine.BackendException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningSuiteTest {
    @TempDir
    Path directory;

    private DataDirectory data;

    @BeforeEach
    void create() {
        data = new DataDirectory(directory.resolve("data")).create();
    }

    @Test
    void runningSuite_isFoundUntilItIsErased() {
        assertThat(RunningSuite.on(data)).isEmpty();
        RunningSuite.write(data, URI.create("http://127.0.0.1:8080"), "MongoDB\nKafka");
        assertThat(RunningSuite.on(data)).hasValueSatisfying(s -> {
            assertThat(s.process()).isEqualTo(ProcessHandle.current());
            assertThat(s.gateway()).isEqualTo(URI.create("http://127.0.0.1:8080"));
            assertThat(s.backends()).isEqualTo("MongoDB\nKafka");
        });
        RunningSuite.erase(data);
        assertThat(RunningSuite.on(data)).isEmpty();
    }

    @Test
    void numberOfAKilledSuite_givenToAnotherProcess_isNotTakenForIt() throws Exception {
        RunningSuite.write(data, URI.create("http://127.0.0.1:8080"), "");
        String written = Files.readString(data.state());
        Files.writeString(data.state(), written.replaceAll("started=.*", "started=2001-01-01T00\\\\:00\\\\:00Z"));
        assertThat(RunningSuite.on(data)).isEmpty();
    }

    @Test
    void secondSuite_isKeptOff() {
        try (SuiteLock first = SuiteLock.take(data)) {
            assertThatThrownBy(() -> SuiteLock.take(data))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("runs on " + data.root());
        }
        SuiteLock.take(data).close();
    }

    @Test
    void dataDirectory_isTheOwners() throws Exception {
        assertThat(Files.getPosixFilePermissions(data.root()))
                .isEqualTo(java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
    }
}
