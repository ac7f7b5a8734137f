package org.dutyledger.indicators.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.FrameworkException;
import org.dutyledger.indicators.FrameworkReader;

/** A framework with the bytes it was read from; a proof carries these bytes. Immutable. */
public final class FrameworkFile {
    private final Framework framework;
    private final byte[] bytes;

    private FrameworkFile(Framework framework, byte[] bytes) {
        this.framework = framework;
        this.bytes = bytes;
    }

    /**
     * Reads the bytes of a framework file.
     *
     * @param name of the file, for problems
     * @throws FrameworkException as for {@link FrameworkReader#read(String, byte[])}
     */
    public static FrameworkFile of(String name, byte[] bytes) {
        byte[] own = bytes.clone();
        return new FrameworkFile(FrameworkReader.read(name, own), own);
    }

    /**
     * Reads a framework file.
     *
     * @throws FrameworkException when it cannot be read, else as for {@link FrameworkReader#read(String, byte[])}
     */
    public static FrameworkFile of(Path file) {
        try {
            return of(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new FrameworkException(List.of(file + ": cannot be read: " + e));
        }
    }

    public Framework framework() {
        return framework;
    }

    /** The bytes of the file. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
