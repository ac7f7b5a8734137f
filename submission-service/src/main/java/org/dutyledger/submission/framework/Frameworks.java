package org.dutyledger.submission.framework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.FrameworkReader;

/**
 * The frameworks of this build. A cycle is bound to id, version and SHA-256 of one framework for ever; another text
 * under the same id and version is never accepted as it.
 */
public final class Frameworks {
    private final Map<String, Catalogue> newestById = new LinkedHashMap<>();
    private final Map<String, Catalogue> bySha256 = new LinkedHashMap<>();

    /** Later frameworks of the list replace earlier ones of the same id for new cycles; both stay known. */
    public Frameworks(List<Framework> known) {
        for (Framework framework : known) {
            Catalogue catalogue = new Catalogue(framework);
            newestById.put(framework.id(), catalogue);
            bySha256.put(framework.sha256(), catalogue);
        }
    }

    /** Reads frameworks shipped with the suite. */
    public static Frameworks bundled(List<String> ids) {
        return new Frameworks(ids.stream().map(FrameworkReader::bundled).toList());
    }

    /** The framework a new cycle gets under that id. */
    public Optional<Catalogue> newest(String id) {
        return Optional.ofNullable(newestById.get(id));
    }

    /** Exactly the framework a cycle was opened with, or empty when this build does not have it. */
    public Optional<Catalogue> exactly(String id, String version, String sha256) {
        return Optional.ofNullable(bySha256.get(sha256))
                .filter(c ->
                        c.framework().id().equals(id) && c.framework().version().equals(version));
    }

    /** Ids under which a cycle can be opened. */
    public List<String> ids() {
        return List.copyOf(newestById.keySet());
    }
}
