package org.dutyledger.submission.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * The names of a framework: what the ids in events and answers are called.
 *
 * @param holders the indicators, then the sections of the report
 */
record Outline(String framework, String version, String title, List<Holder> holders) {

    /** An indicator or section; only indicators have an English title. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Holder(String id, String title, @Nullable String titleEn, List<Item> items) {
        private static Holder of(EvidenceHolder holder) {
            Stream<Item> figures = holder.figures().stream().map(f -> new Item(f.id(), f.name()));
            Stream<Item> slots = holder.slots().stream().map(s -> new Item(s.id(), s.heading()));
            return new Holder(
                    holder.id(),
                    holder.title(),
                    holder instanceof Indicator indicator ? indicator.titleEn() : null,
                    Stream.concat(figures, slots).toList());
        }
    }

    /** A figure, fact or narrative; the name of a narrative is its heading, empty for running text. */
    record Item(String id, String name) {}

    static Outline of(Framework framework) {
        return new Outline(
                framework.id(),
                framework.version(),
                framework.title(),
                framework.holders().stream().map(Holder::of).toList());
    }
}
