package org.dutyledger.scoring.progress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dutyledger.evaluation.CurrentItems;
import org.dutyledger.evaluation.Item;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Verdict;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Group;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.scoring.progress.Progress.GroupProgress;
import org.dutyledger.scoring.progress.Progress.IndicatorProgress;
import org.dutyledger.scoring.progress.Progress.OrganisationProgress;
import org.dutyledger.scoring.view.ScoredCycle;

/** Counts the progress of a cycle: a pure function of its items and evaluations. */
public final class ProgressCount {
    private ProgressCount() {}

    /** Counts; indicators without an evaluation yet are 待填报 with everything missing. */
    public static Progress of(
            Framework framework, ScoredCycle cycle, CurrentItems items, Map<String, IndicatorEvaluated> evaluations) {
        List<GroupProgress> groups = new ArrayList<>();
        List<IndicatorProgress> indicators = new ArrayList<>();
        for (Group group : framework.groups()) {
            int submitted = 0;
            int required = 0;
            for (Indicator indicator : group.indicators()) {
                IndicatorProgress progress = indicator(group, indicator, evaluations.get(indicator.id()));
                indicators.add(progress);
                submitted += progress.submitted();
                required += progress.required();
            }
            int percent = required == 0 ? 100 : submitted * 100 / required;
            groups.add(new GroupProgress(group.number(), group.title(), submitted, required, percent));
        }
        return new Progress(
                cycle.id(), cycle.position(), groups, organisations(framework, cycle, items, indicators), indicators);
    }

    private static IndicatorProgress indicator(
            Group group, Indicator indicator, @org.jspecify.annotations.Nullable IndicatorEvaluated evaluation) {
        List<String> required = required(indicator);
        List<String> missing = evaluation == null ? required : evaluation.missing();
        return new IndicatorProgress(
                indicator.id(),
                indicator.title(),
                indicator.titleEn(),
                group.number(),
                evaluation == null ? Verdict.PENDING : evaluation.verdict(),
                required.size() - missing.size(),
                required.size(),
                missing,
                evaluation == null ? 0 : evaluation.findings().size(),
                evaluation == null ? null : evaluation.position());
    }

    private static List<OrganisationProgress> organisations(
            Framework framework, ScoredCycle cycle, CurrentItems items, List<IndicatorProgress> indicators) {
        Set<String> open = new HashSet<>();
        indicators.forEach(i -> open.addAll(i.missing()));
        framework.sections().forEach(s -> required(s).stream()
                .filter(id -> items.current(id).isEmpty())
                .forEach(open::add));
        return cycle.organisations().stream()
                .map(organisation -> {
                    int delivered = 0;
                    int awaited = 0;
                    for (String item : mayCome(framework, Set.copyOf(organisation.roles()))) {
                        Optional<Item> own = items.of(item, organisation.id());
                        if (own.filter(Item::counts).isPresent()) {
                            delivered++;
                        } else if (open.contains(item)
                                || own.filter(Item::returned).isPresent()) {
                            awaited++;
                        }
                    }
                    return new OrganisationProgress(
                            organisation.id(), organisation.name(), delivered, delivered + awaited);
                })
                .toList();
    }

    private static List<String> required(EvidenceHolder holder) {
        List<String> ids = new ArrayList<>();
        holder.figures().stream()
                .filter(FigureSpec::required)
                .map(FigureSpec::id)
                .forEach(ids::add);
        holder.slots().stream()
                .filter(NarrativeSlot::required)
                .map(NarrativeSlot::id)
                .forEach(ids::add);
        return ids;
    }

    private static List<String> mayCome(Framework framework, Set<String> roles) {
        List<String> ids = new ArrayList<>();
        for (EvidenceHolder holder : framework.holders()) {
            holder.figures().stream()
                    .filter(f -> f.submitters().stream().anyMatch(roles::contains))
                    .map(FigureSpec::id)
                    .forEach(ids::add);
            holder.slots().stream()
                    .filter(s -> s.submitters().stream().anyMatch(roles::contains))
                    .map(NarrativeSlot::id)
                    .forEach(ids::add);
        }
        return ids;
    }
}
