package org.dutyledger.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.dutyledger.local.demo.DemoFiles.Item;
import org.junit.jupiter.api.Test;

/** The texts of the demonstration carry every figure where it belongs, and no number of their own. */
class DemoNarrativeTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    private final Framework framework =
            FrameworkFiles.newest("zhejiang-county-2021").framework();
    private final Map<String, String> texts = DemoFiles.items().stream()
            .filter(i -> i.type().equals("narrative"))
            .collect(Collectors.toMap(Item::id, i -> i.text("text")));

    @Test
    void everySlot_isFilled_withinItsLength() {
        for (NarrativeSlot slot : slots()) {
            assertThat(texts.get(slot.id())).as(slot.id()).isNotBlank().hasSizeLessThanOrEqualTo(slot.maxLength());
        }
        assertThat(texts).hasSameSizeAs(slots());
    }

    @Test
    void everyFigure_isInTheTextOfItsOwnIndicator() {
        for (EvidenceHolder holder : framework.holders()) {
            Set<String> placed = new HashSet<>();
            for (NarrativeSlot slot : holder.slots()) {
                PLACEHOLDER.matcher(texts.get(slot.id())).results().forEach(m -> placed.add(m.group(1)));
            }
            assertThat(placed)
                    .as(holder.title())
                    .containsAll(holder.figures().stream()
                            .filter(FigureSpec::required)
                            .map(FigureSpec::id)
                            .toList());
        }
    }

    @Test
    void everyPlaceholder_isKnown_andItsUnitFollows() {
        texts.forEach((slot, text) -> {
            Matcher placeholder = PLACEHOLDER.matcher(text);
            while (placeholder.find()) {
                FigureSpec figure = framework.figure(placeholder.group(1)).orElseThrow();
                assertThat(text.substring(placeholder.end()))
                        .as("%s in %s", figure.id(), slot)
                        .startsWith(figure.unit().symbol());
            }
        });
    }

    @Test
    void noNumber_isTyped() {
        texts.forEach((slot, text) -> assertThat(PLACEHOLDER.matcher(text).replaceAll(""))
                .as(slot)
                .doesNotContainPattern("\\p{Nd}")
                .doesNotContain("{", "}"));
    }

    @Test
    void punctuation_isChinese() {
        texts.forEach((slot, text) -> assertThat(PLACEHOLDER.matcher(text).replaceAll(""))
                .as(slot)
                .doesNotContainPattern("[,;:()!?]|\\s")
                .endsWith("。"));
    }

    @Test
    void texts_areOfTheLengthOfAReport() {
        assertThat(texts.values().stream().mapToInt(String::length).sum()).isBetween(5_000, 12_000);
    }

    private List<NarrativeSlot> slots() {
        return framework.holders().stream().flatMap(h -> h.slots().stream()).toList();
    }
}
