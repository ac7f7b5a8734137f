package org.dutyledger.scoring.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.dutyledger.evaluation.CompiledFramework;
import org.dutyledger.evaluation.Evaluator;
import org.dutyledger.indicators.Framework;

/** The frameworks this service can evaluate, each compiled once at the start. */
public final class KnownFrameworks {
    private final Map<String, Evaluator> byId = new HashMap<>();

    /** Throws {@link org.dutyledger.indicators.FrameworkException} when an expression is wrong. */
    public KnownFrameworks(Collection<Framework> frameworks) {
        frameworks.forEach(f -> byId.put(key(f.id(), f.version()), new Evaluator(new CompiledFramework(f))));
    }

    /**
     * The evaluator of a cycle's framework.
     *
     * @throws UnknownFrameworkException when there is none, or the file is not the one the cycle was opened with
     */
    public Evaluator of(Cycle cycle) {
        Evaluator evaluator = byId.get(key(cycle.framework(), cycle.frameworkVersion()));
        if (evaluator == null) {
            throw new UnknownFrameworkException("cycle " + cycle.id() + " needs framework " + cycle.framework() + " "
                    + cycle.frameworkVersion() + "; known are " + byId.keySet());
        }
        Framework framework = evaluator.framework().framework();
        if (!framework.sha256().equals(cycle.frameworkSha256())) {
            throw new UnknownFrameworkException("cycle " + cycle.id() + " was opened with another content of framework "
                    + cycle.framework() + " " + cycle.frameworkVersion() + ": SHA-256 " + cycle.frameworkSha256()
                    + ", here " + framework.sha256());
        }
        return evaluator;
    }

    private static String key(String id, String version) {
        return id + " " + version;
    }

    /** A cycle that cannot be evaluated here. */
    public static final class UnknownFrameworkException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        UnknownFrameworkException(String message) {
            super(message);
        }
    }
}
