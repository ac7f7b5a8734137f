package org.dutyledger.indicators.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dutyledger.indicators.Framework;

/**
 * What a service has made of each framework file, by the file's hash. A cycle is bound to id, version and SHA-256 of one
 * file for ever, so versions of a framework are used beside each other, and another text under the same id and version is
 * never taken for it. Immutable.
 *
 * @param <T> what a service makes of a file, once
 */
public final class FrameworkRegistry<T> {
    private final Map<String, T> newestById = new LinkedHashMap<>();
    private final Map<FrameworkBinding, T> byBinding = new LinkedHashMap<>();

    /**
     * Later entries of the list replace earlier ones of the same id for new cycles; all stay known.
     *
     * @param frameworkOf the framework that an entry was made of
     */
    public FrameworkRegistry(List<T> entries, Function<T, Framework> frameworkOf) {
        for (T entry : entries) {
            Framework framework = frameworkOf.apply(entry);
            newestById.put(framework.id(), entry);
            byBinding.put(new FrameworkBinding(framework.id(), framework.version(), framework.sha256()), entry);
        }
    }

    /** Of the framework that a new cycle gets under that id. */
    public Optional<T> newest(String id) {
        return Optional.ofNullable(newestById.get(id));
    }

    /** Of exactly the framework that a cycle was opened with, or empty where it is not installed. */
    public Optional<T> exactly(FrameworkBinding binding) {
        return Optional.ofNullable(byBinding.get(binding));
    }

    /** The ids under which a cycle can be opened. */
    public List<String> ids() {
        return List.copyOf(newestById.keySet());
    }
}
