package org.dutyledger.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    private static final String LINE = "java.io.IOException: No space left on device\n";

    @TempDir
    Path directory;

    @Test
    void enoughSpace_isNoReason() throws IOException {
        Path log = Files.writeString(directory.resolve("log"), LINE);
        assertThat(new FullDisk(directory, d -> 1L << 30, log, directory.resolve("absent")).sentence())
                .as("earlier lines of the log do not count")
                .isEmpty();
        assertThat(new FullDisk(directory, d -> {
                            throw new IOException("gone");
                        })
                        .sentence())
                .isEmpty();
    }

    @Test
    void littleSpace_isAFullDisk() {
        assertThat(new FullDisk(directory, d -> 3L << 20).sentence())
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("the disk that holds " + directory + " is full (3 MB free now)", "free some space"));
    }

    @Test
    void newLogLines_countAlsoWhenSpaceWasFreedMeanwhile() throws IOException {
        Path log = Files.writeString(directory.resolve("log"), "begin\n");
        FullDisk disk = new FullDisk(directory, d -> 1L << 30, log);
        assertThat(disk.sentence()).isEmpty();
        Files.writeString(log, LINE, StandardOpenOption.APPEND);
        assertThat(disk.sentence()).isPresent();
        Files.writeString(log, "x");
        assertThat(disk.sentence()).as("a new log").isEmpty();
        Files.writeString(log, LINE.substring(10));
        assertThat(disk.sentence()).isPresent();
    }
}
