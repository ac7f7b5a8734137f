package org.dutyledger.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.dutyledger.local.machine.BackendException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void directoryOfAnotherProgram_isLeftUnchanged() throws Exception {
        Files.writeString(directory.resolve("letter.txt"), "mine");
        var before = Files.getLastModifiedTime(directory);
        assertThatThrownBy(() -> new DataDirectory(directory).create())
                .isInstanceOf(BackendException.class)
                .hasMessageContaining(directory + " holds other files");
        assertThat(Files.getLastModifiedTime(directory)).isEqualTo(before);
    }

    @Test
    void directoryOfASuite_isUsedAgain() throws Exception {
        DataDirectory data = new DataDirectory(directory.resolve("new")).create();
        Files.createFile(data.lock());
        Files.createFile(data.log());
        assertThat(data.create()).isEqualTo(data);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerMayEnter_andReadTheKey() throws Exception {
        DataDirectory data = new DataDirectory(directory.resolve("new")).create();
        assertThat(permissions(data.root())).isEqualTo("rwx------");
        assertThat(permissions(data.keys().privateKeyFile())).isEqualTo("rw-------");
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
