package org.dutyledger.indicators;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dutyledger.indicators.check.FrameworkChecker;
import org.dutyledger.indicators.read.FrameworkParser;
import org.dutyledger.indicators.read.Places;
import org.dutyledger.indicators.read.Problems;

/** Reads a framework from YAML and checks it. */
public final class FrameworkReader {
    private static final List<String> BUNDLED = List.of("zhejiang-county-2021");

    private FrameworkReader() {}

    /** The ids of the frameworks shipped with this library. */
    public static List<String> bundledIds() {
        return BUNDLED;
    }

    /**
     * Reads one framework file.
     *
     * @throws FrameworkException with every problem found: file, line, and what would be right
     */
    public static Framework read(Path file) {
        try {
            return read(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new FrameworkException(List.of(file + ": cannot be read: " + e));
        }
    }

    /**
     * Reads the bytes of a framework file.
     *
     * @param name of the file, for problems
     * @throws FrameworkException as for {@link #read(Path)}
     */
    public static Framework read(String name, byte[] yaml) {
        Problems problems = new Problems(name);
        Places places = new Places();
        Optional<Framework> framework = new FrameworkParser(problems, places).parse(yaml);
        framework.ifPresent(f -> new FrameworkChecker(f, problems, places).check());
        return framework.filter(f -> problems.none()).orElseThrow(() -> new FrameworkException(problems.inFileOrder()));
    }

    /**
     * Reads a framework shipped with this library, for example {@code zhejiang-county-2021}.
     *
     * @throws FrameworkException when no framework has that name, or it is wrong
     */
    public static Framework bundled(String id) {
        Framework framework = read(fileOf(id), bundledFile(id));
        if (!framework.id().equals(id)) {
            throw new FrameworkException(
                    List.of(fileOf(id) + ":1: the framework calls itself '" + framework.id() + "'; write " + id));
        }
        return framework;
    }

    /**
     * The bytes of a framework file shipped with this library.
     *
     * @throws FrameworkException when no framework has that name
     */
    public static byte[] bundledFile(String id) {
        try (InputStream in = FrameworkReader.class.getResourceAsStream("/" + fileOf(id))) {
            if (in == null) {
                throw new FrameworkException(List.of(fileOf(id) + ": no such framework is shipped"));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new FrameworkException(List.of(fileOf(id) + ": cannot be read: " + e));
        }
    }

    private static String fileOf(String id) {
        return "frameworks/" + id + ".yaml";
    }
}
