package org.dutyledger.indicators;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a framework (指标体系), immutable and checked: every id is unique, every reference resolves.
 *
 * @param sha256 lower-case hex SHA-256 of the file it was read from
 * @param roles submitter roles by id, with their Chinese names
 * @param sections parts of the report besides the indicators (工作成效, 存在问题 …), in document order
 */
public record Framework(
        String id,
        String version,
        String title,
        int year,
        String sha256,
        Map<String, String> roles,
        Grading grading,
        List<Group> groups,
        List<Section> sections) {
    public Framework {
        // Map.copyOf would iterate in another order in every JVM
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        groups = List.copyOf(groups);
        sections = List.copyOf(sections);
    }

    /** All indicators in the order of the report; their numbers run on through the groups. */
    public List<Indicator> indicators() {
        return groups.stream().flatMap(g -> g.indicators().stream()).toList();
    }

    /** Everything that takes evidence: the indicators, then the sections. Each has its own stream. */
    public List<EvidenceHolder> holders() {
        return java.util.stream.Stream.<EvidenceHolder>concat(indicators().stream(), sections.stream())
                .toList();
    }

    /** The indicator or section with that id. */
    public Optional<EvidenceHolder> holder(String id) {
        return holders().stream().filter(h -> h.id().equals(id)).findFirst();
    }

    /** The figure, fact or claim with that id, in any indicator or section. */
    public Optional<FigureSpec> figure(String id) {
        return holders().stream()
                .flatMap(h -> h.figures().stream())
                .filter(f -> f.id().equals(id))
                .findFirst();
    }

    /** The indicator or section that owns a figure or a narrative slot. */
    public Optional<EvidenceHolder> holderOf(String itemId) {
        return holders().stream()
                .filter(h -> h.figures().stream().anyMatch(f -> f.id().equals(itemId))
                        || h.slots().stream().anyMatch(s -> s.id().equals(itemId)))
                .findFirst();
    }
}
