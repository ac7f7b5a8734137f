package org.dutyledger.scoring.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.dutyledger.events.IndicatorEvaluated.Verdict;
import org.dutyledger.scoring.view.CallerScope;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a cycle: complete, so that a newer one replaces an older one.
 *
 * @param position ledger position of the last event of this cycle that it counts
 */
public record Progress(
        String cycle,
        long position,
        List<GroupProgress> groups,
        List<OrganisationProgress> organisations,
        List<IndicatorProgress> indicators) {
    public Progress {
        groups = List.copyOf(groups);
        organisations = List.copyOf(organisations);
        indicators = List.copyOf(indicators);
    }

    /** Required items of a group of indicators; {@code percent} is rounded down, so 100 means all. */
    public record GroupProgress(int number, String title, int submitted, int required, int percent) {}

    /**
     * Progress of one organisation.
     *
     * @param required what it delivered plus what it may submit and no organisation has submitted yet
     */
    public record OrganisationProgress(String organisation, String name, int submitted, int required) {}

    /**
     * One indicator.
     *
     * @param titleEn English title for the UI, where the framework has one
     * @param group number of its group
     * @param missing ids of its required items that are not there
     * @param findings how many it has
     * @param changed position of the last event that its evaluation depends on, or null before the first evaluation
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record IndicatorProgress(
            String id,
            String title,
            @Nullable String titleEn,
            int group,
            Verdict verdict,
            int submitted,
            int required,
            List<String> missing,
            int findings,
            @Nullable Long changed) {
        public IndicatorProgress {
            missing = List.copyOf(missing);
        }
    }

    /** The part that a caller may see. */
    Progress within(CallerScope scope) {
        return new Progress(
                cycle,
                position,
                groups,
                organisations.stream()
                        .filter(o -> scope.organisation(o.organisation()))
                        .toList(),
                indicators.stream()
                        .filter(i -> scope.indicator(i.id()))
                        .map(i -> new IndicatorProgress(
                                i.id(),
                                i.title(),
                                i.titleEn(),
                                i.group(),
                                i.verdict(),
                                i.submitted(),
                                i.required(),
                                scope.items(i.missing()),
                                i.findings(),
                                i.changed()))
                        .toList());
    }
}
