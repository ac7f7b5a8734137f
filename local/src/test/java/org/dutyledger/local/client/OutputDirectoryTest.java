package org.dutyledger.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {
    @TempDir
    Path parent;

    private Path directory;
    private OutputDirectory out;

    @BeforeEach
    void open() throws IOException {
        directory = parent.resolve("a/out");
        out = new OutputDirectory(directory);
    }

    @Test
    void sameBytes_areLeft_otherBytesGetANumber() throws IOException {
        Path first = save("report-r7", "one");
        assertThat(first).isEqualTo(directory.resolve("report-r7.docx"));
        assertThat(save("report-r7", "one")).isEqualTo(first);
        Path second = save("report-r7", "two");
        assertThat(second).isEqualTo(directory.resolve("report-r7-2.docx"));
        assertThat(save("report-r7", "one!")).isEqualTo(directory.resolve("report-r7-3.docx"));
        assertThat(save("report-r7", "two")).isEqualTo(second);
        assertThat(first).content().isEqualTo("one");
        assertThat(second).content().isEqualTo("two");
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void nameFromTheNetwork_staysInTheDirectory() throws IOException {
        assertThat(save("../../escape", "x")).isEqualTo(directory.resolve("escape.docx"));
        assertThat(save("..\\escape", "x")).isEqualTo(directory.resolve("escape.docx"));
        assertThat(save("..", "x").getParent()).isEqualTo(directory);
        assertThat(save("a/", "x")).isEqualTo(directory.resolve("ascii.docx"));
        assertThat(save("a\0b", "x")).isEqualTo(directory.resolve("ascii.docx"));
    }

    @Test
    void contentThatBreaksOff_leavesNothing() throws IOException {
        assertThatThrownBy(() -> out.save("report", "ascii", ".docx", file -> {
                    Files.writeString(file, "half");
                    throw new IOException("broken");
                }))
                .hasMessage("broken");
        assertThat(directory).isEmptyDirectory();
    }

    private Path save(String name, String text) throws IOException {
        return out.save(name, "../ascii", ".docx", file -> Files.writeString(file, text));
    }
}
