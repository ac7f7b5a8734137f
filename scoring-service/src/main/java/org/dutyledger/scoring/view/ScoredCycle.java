package org.dutyledger.scoring.view;

import java.util.List;
import java.util.stream.Stream;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.indicators.files.FrameworkBinding;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation cycle as scoring sees it.
 *
 * @param openedAt position of the event that opened it
 * @param position position of the last event about this cycle that was taken into account
 * @param organisations in the order of their registration
 * @param progress canonical JSON of its progress, or null before the first evaluation and while its
 *     framework is not installed
 */
public record ScoredCycle(
        String id,
        String jurisdiction,
        String framework,
        String frameworkVersion,
        String frameworkSha256,
        long openedAt,
        long position,
        List<Organisation> organisations,
        @Nullable String progress) {
    public ScoredCycle {
        organisations = List.copyOf(organisations);
    }

    /** An organisation that may submit, with its submitter roles. */
    public record Organisation(String id, String name, List<String> roles) {
        public Organisation {
            roles = List.copyOf(roles);
        }
    }

    /** Which framework file it was opened with. */
    public FrameworkBinding binding() {
        return new FrameworkBinding(framework, frameworkVersion, frameworkSha256);
    }

    /** A cycle that was just opened. */
    public static ScoredCycle opened(CycleOpened e, long position) {
        return new ScoredCycle(
                e.cycle(),
                e.jurisdiction(),
                e.framework(),
                e.frameworkVersion(),
                e.frameworkSha256(),
                position,
                position,
                List.of(),
                null);
    }

    /** The cycle seen further; a position it has passed changes nothing. */
    public ScoredCycle at(long newPosition) {
        return copy(Math.max(position, newPosition), organisations, progress);
    }

    /** The cycle with an organisation more; one of the same id is replaced in its place. */
    public ScoredCycle with(Organisation organisation) {
        boolean known = organisations.stream().anyMatch(o -> o.id().equals(organisation.id()));
        List<Organisation> next = known
                ? organisations.stream()
                        .map(o -> o.id().equals(organisation.id()) ? organisation : o)
                        .toList()
                : Stream.concat(organisations.stream(), Stream.of(organisation)).toList();
        return copy(position, next, progress);
    }

    public ScoredCycle withProgress(String canonicalJson) {
        return copy(position, organisations, canonicalJson);
    }

    private ScoredCycle copy(long newPosition, List<Organisation> newOrganisations, @Nullable String newProgress) {
        return new ScoredCycle(
                id,
                jurisdiction,
                framework,
                frameworkVersion,
                frameworkSha256,
                openedAt,
                newPosition,
                newOrganisations,
                newProgress);
    }
}
