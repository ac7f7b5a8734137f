package org.dutyledger.indicators.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.stream.IntStream;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepertoireTest {
    private static IntStream all() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(Repertoire::contains);
    }

    @Test
    void everyCharacter_isWrittenFromLeftToRight_visible_andOne() {
        assertThat(all().count()).isGreaterThan(60_000);
        all().forEach(c -> {
            String text = Character.toString(c);
            assertThat(Character.getDirectionality(c))
                    .as("U+%04X", c)
                    .isNotIn(
                            Character.DIRECTIONALITY_UNDEFINED,
                            Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                            Character.DIRECTIONALITY_ARABIC_NUMBER,
                            Character.DIRECTIONALITY_NONSPACING_MARK);
            assertThat(Character.getType(c))
                    .as("U+%04X", c)
                    .isNotIn(
                            (int) Character.UNASSIGNED,
                            (int) Character.FORMAT,
                            (int) Character.CONTROL,
                            (int) Character.PRIVATE_USE,
                            (int) Character.NON_SPACING_MARK,
                            (int) Character.COMBINING_SPACING_MARK,
                            (int) Character.ENCLOSING_MARK);
            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                    .as("U+%04X", c)
                    .isTrue();
        });
    }

    @Test
    void everyCharacterOfThePublishedFramework_isInIt() {
        String yaml = new String(FrameworkFiles.newest("zhejiang-county-2021").bytes(), StandardCharsets.UTF_8);
        assertThat(Repertoire.printed(yaml)).isEqualTo(yaml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u061c",
                "\u05c3",
                "\u202e",
                "\u200b",
                "\u3164",
                "\u2800",
                "\u0336",
                "\u0405",
                "\u01c0",
                "\u2024",
                "\u02d7",
                "\u30fc",
                "\u9ffe",
                "\u20c0",
                "㏠",
                "㍘",
                "\ud83d\ude00",
                "\u0000",
                "\uf900"
            })
    void otherCharacters_arePrintedAsReplacements(String other) {
        assertThat(Repertoire.printed("甲" + other + "乙")).isEqualTo("甲\ufffd乙");
    }
}
