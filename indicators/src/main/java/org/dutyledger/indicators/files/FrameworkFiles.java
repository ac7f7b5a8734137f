package org.dutyledger.indicators.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.FrameworkException;

/**
 * The framework files shipped with this library, and those that an operator names. A version that was shipped once is
 * shipped unchanged from then on: cycles are bound to the hash of its bytes.
 */
public final class FrameworkFiles {
    /** Ids with their versions, the newest last; the file is {@code frameworks/ID/VERSION.yaml}. */
    private static final List<String> SHIPPED = List.of("zhejiang-county-2021/1", "zhejiang-county-2021/2");

    /** What was read already: the services of a suite in one JVM share it. */
    private static final Map<String, FrameworkFile> READ = new ConcurrentHashMap<>();

    private FrameworkFiles() {}

    /** Every shipped file, the versions of a framework from the oldest to the newest. */
    public static List<FrameworkFile> shipped() {
        return SHIPPED.stream().map(FrameworkFiles::read).toList();
    }

    /**
     * The newest shipped version of a framework, for example of {@code zhejiang-county-2021}.
     *
     * @throws FrameworkException when there is none of that id
     */
    public static FrameworkFile newest(String id) {
        List<String> versions = versions(id);
        return read(versions.get(versions.size() - 1));
    }

    /**
     * The files that an operator names, in that order: all shipped versions of an id, or a file when the name ends with
     * {@code .yaml}.
     *
     * @throws FrameworkException when a name is unknown or a file is wrong
     */
    public static List<FrameworkFile> named(List<String> names) {
        return names.stream()
                .flatMap(name -> name.endsWith(".yaml")
                        ? Stream.of(FrameworkFile.of(Path.of(name)))
                        : versions(name).stream().map(FrameworkFiles::read))
                .toList();
    }

    private static List<String> versions(String id) {
        List<String> versions =
                SHIPPED.stream().filter(name -> name.startsWith(id + "/")).toList();
        if (versions.isEmpty()) {
            throw new FrameworkException(
                    List.of("no framework '" + id + "' is shipped; write the path of a .yaml file"));
        }
        return versions;
    }

    private static FrameworkFile read(String name) {
        return READ.computeIfAbsent(name, FrameworkFiles::load);
    }

    private static FrameworkFile load(String name) {
        String file = "frameworks/" + name + ".yaml";
        try (InputStream in = FrameworkFiles.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in this library");
            }
            FrameworkFile read = FrameworkFile.of(file, in.readAllBytes());
            Framework framework = read.framework();
            if (!name.equals(framework.id() + "/" + framework.version())) {
                throw new IllegalStateException(
                        file + " names itself " + framework.id() + " version " + framework.version());
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
