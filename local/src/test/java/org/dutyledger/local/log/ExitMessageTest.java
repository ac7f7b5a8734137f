package org.dutyledger.local.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.dutyledger.local.machine.BackendException;
import org.dutyledger.local.machine.FullDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitMessageTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aFullDisk_isTheLastLine_onStandardErrorAndInTheLog() throws IOException {
        Path log = Files.writeString(directory.resolve("suite.log"), "begin\n");
        ExitMessage words = ExitMessage.keep(log, new FullDisk(directory, log), printer());
        assertThat(directory.resolve("suite.log.reserve")).hasSize(65_536);
        Files.writeString(log, "Caused by: No space left on device\n", StandardOpenOption.APPEND);
        words.say("the broker ended");
        assertThat(directory.resolve("suite.log.reserve"))
                .as("gives its room to the line")
                .doesNotExist();
        assertThat(Files.readAllLines(log))
                .last()
                .asString()
                .contains(" ERROR [", "the broker ended; the disk that holds " + directory + " is full");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("dutyledger: the broker ended; the disk that holds ")
                .endsWith("start again\n");
    }

    @Test
    void withSpaceLeft_onlyTheReasonIsReported() throws IOException {
        Path log = directory.resolve("suite.log");
        ExitMessage words = ExitMessage.keep(log, new FullDisk(directory, log), printer());
        words.say("mongod 7 ended by itself");
        assertThat(Files.readString(log)).endsWith(" mongod 7 ended by itself\n");
        IllegalStateException error = new IllegalStateException("no");
        assertThat(words.explained(error)).isSameAs(error);
        Files.writeString(log, "No space left on device\n", StandardOpenOption.APPEND);
        assertThat(words.explained(error)).hasMessageStartingWith("no; the disk that holds ");
    }

    @Test
    void noRoomForALine_isReportedAtOnce() {
        Path log = directory.resolve("absent").resolve("suite.log");
        assertThatThrownBy(() -> ExitMessage.keep(log, new FullDisk(directory), printer()))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("cannot write beside " + log);
    }

    private PrintStream printer() {
        return new PrintStream(err, true, StandardCharsets.UTF_8);
    }
}
