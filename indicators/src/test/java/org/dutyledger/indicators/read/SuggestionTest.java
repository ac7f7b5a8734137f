package org.dutyledger.indicators.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    @Test
    void nearWord_isSuggested_farWordIsNot() {
        assertThat(Suggestion.forWord("titel", List.of("id", "title"))).isEqualTo("; did you mean 'title'?");
        assertThat(Suggestion.forWord("colour", List.of("id", "title"))).isEmpty();
    }

    @Property
    void distance_isZeroOnlyToItself_andSymmetric(
            @ForAll @StringLength(max = 12) String a, @ForAll @StringLength(max = 12) String b) {
        assertThat(Suggestion.distance(a, b)).isEqualTo(Suggestion.distance(b, a));
        assertThat(Suggestion.distance(a, b) == 0).isEqualTo(a.equals(b));
        assertThat(Suggestion.distance(a, b))
                .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
    }
}
