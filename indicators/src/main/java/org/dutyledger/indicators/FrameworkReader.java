package org.dutyledger.indicators;

import java.util.Optional;
import org.dutyledger.indicators.check.FrameworkChecker;
import org.dutyledger.indicators.read.FrameworkParser;
import org.dutyledger.indicators.read.Places;
import org.dutyledger.indicators.read.Problems;

/** Reads a framework from YAML and checks it. */
public final class FrameworkReader {
    private FrameworkReader() {}

    /**
     * Reads the bytes of a framework file.
     *
     * @param name of the file, for problems
     * @throws FrameworkException with every problem found: file, line, and what would be right
     */
    public static Framework read(String name, byte[] yaml) {
        Problems problems = new Problems(name);
        Places places = new Places();
        Optional<Framework> framework = new FrameworkParser(problems, places).parse(yaml);
        framework.ifPresent(f -> new FrameworkChecker(f, problems, places).check());
        return framework.filter(f -> problems.none()).orElseThrow(() -> new FrameworkException(problems.inFileOrder()));
    }
}
