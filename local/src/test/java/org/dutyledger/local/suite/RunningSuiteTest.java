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
    void secondSuite_isRefused_andNamesTheHolderOfTheDirectory() {
        try (SuiteLock first = SuiteLock.take(data, Occupant.SUITE)) {
            assertThatThrownBy(() -> SuiteLock.take(data, Occupant.SUITE))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("a suite is starting or ending on " + data.root())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            RunningSuite.write(data, URI.create("http://127.0.0.1:8080"), "");
            assertThatThrownBy(() -> SuiteLock.take(data, Occupant.SUITE))
                    .hasMessageContaining("a suite runs on " + data.root());
        }
        SuiteLock.take(data, Occupant.SUITE).close();
    }

    @Test
    void aCommandThatHasTheDirectory_isNamed() {
        try (SuiteLock first = SuiteLock.take(data, "import")) {
            assertThat(Occupant.of(data)).hasValueSatisfying(o -> {
                assertThat(o.isSuite()).isFalse();
                assertThat(o.process()).isEqualTo(ProcessHandle.current());
            });
            assertThatThrownBy(() -> SuiteLock.take(data, Occupant.SUITE))
                    .hasMessageContaining("'import' (process ")
                    .hasMessageContaining("works on " + data.root());
        }
        assertThat(Occupant.of(data)).isEmpty();
    }

    @Test
    void leftOvers_areNotLookedForWhereASuiteIs() {
        assertThat(StoppedSuite.endLeftOver(new DataDirectory(directory.resolve("new"))))
                .isEmpty();
        assertThat(directory.resolve("new")).doesNotExist();
        try (SuiteLock held = SuiteLock.take(data, Occupant.SUITE)) {
            assertThatThrownBy(() -> StoppedSuite.endLeftOver(data)).isInstanceOf(BackendException.class);
        }
    }

    @Test
    void dataDirectory_isTheOwners() throws Exception {
        assertThat(Files.getPosixFilePermissions(data.root()))
                .isEqualTo(java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
    }
}
