package org.dutyledger.indicators.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.FrameworkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameworkFilesTest {
    private static final String ID = "zhejiang-county-2021";
    private final List<FrameworkFile> versions = FrameworkFiles.named(List.of(ID));

    @TempDir
    private Path directory;

    /** Cycles are bound to these bytes: a change needs a new version, not a new value here. */
    @Test
    void shippedVersions_neverChange() {
        assertThat(FrameworkFiles.shipped())
                .extracting(FrameworkFile::framework)
                .extracting(f -> f.id() + " " + f.version() + " " + f.sha256())
                .containsExactly(
                        ID + " 1 f3f246a28d5ac97b6ebe02d8d4ce758aa840588efd08c70d64b43c1468cd2474",
                        ID + " 2 a10a5684fceed74e21677a1c0f8062b7868b1a38406cb0373818713b19e48d53");
    }

    @Test
    void versionsOfAFramework_areUsedBesideEachOther_andTheNewestForNewCycles() {
        FrameworkRegistry<FrameworkFile> registry = new FrameworkRegistry<>(versions, FrameworkFile::framework);
        assertThat(registry.ids()).containsExactly(ID);
        assertThat(registry.newest(ID)).hasValue(versions.get(1));
        assertThat(registry.newest("atlantis")).isEmpty();
        versions.forEach(file -> assertThat(registry.exactly(bindingOf(file))).hasValue(file));
    }

    @Test
    void anotherTextUnderTheSameName_isNotTakenForIt() {
        FrameworkRegistry<FrameworkFile> registry = new FrameworkRegistry<>(versions, FrameworkFile::framework);
        FrameworkBinding first = bindingOf(versions.get(0));
        FrameworkBinding second = bindingOf(versions.get(1));
        assertThat(registry.exactly(new FrameworkBinding(ID, "1", second.sha256())))
                .isEmpty();
        assertThat(registry.exactly(new FrameworkBinding(ID, "1", "0".repeat(64))))
                .isEmpty();
        assertThat(registry.exactly(new FrameworkBinding("other", "1", first.sha256())))
                .isEmpty();
        assertThat(first.absence("c"))
                .isEqualTo("cycle 'c' was opened with framework " + ID + " version 1 (sha256 " + first.sha256()
                        + "), which is not installed here");
    }

    @Test
    void anOperator_namesAFileOfItsOwn() throws IOException {
        String yaml = new String(versions.get(1).bytes(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("version: \"2\"", "version: \"2-own\"");
        Path file = Files.writeString(directory.resolve("own.yaml"), yaml);
        assertThat(FrameworkFiles.named(List.of(ID, file.toString())))
                .extracting(f -> f.framework().version())
                .containsExactly("1", "2", "2-own");
        Path none = directory.resolve("none.yaml");
        assertThatThrownBy(() -> FrameworkFiles.named(List.of(none.toString())))
                .isInstanceOf(FrameworkException.class)
                .hasMessageContaining("none.yaml: cannot be read");
        assertThatThrownBy(() -> FrameworkFiles.named(List.of("atlantis")))
                .isInstanceOf(FrameworkException.class)
                .hasMessageContaining("no framework 'atlantis' is shipped");
    }

    private static FrameworkBinding bindingOf(FrameworkFile file) {
        Framework framework = file.framework();
        return new FrameworkBinding(framework.id(), framework.version(), framework.sha256());
    }
}
