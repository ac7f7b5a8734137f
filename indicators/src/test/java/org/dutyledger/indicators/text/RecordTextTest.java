package org.dutyledger.indicators.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.indicators.text.RecordText.normal;
import static org.dutyledger.indicators.text.RecordText.refused;

import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dutyledger.indicators.text.RecordText.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTextTest {

    @ParameterizedTest
    @CsvSource({
        "0000, CONTROL",
        "0085, CONTROL",
        "001B, CONTROL",
        "D800, SURROGATE",
        "FFFE, UNASSIGNED",
        "E000, PRIVATE_USE",
        "F0000, PRIVATE_USE",
        "202E, DIRECTION",
        "2066, DIRECTION",
        "200F, DIRECTION",
        "061C, DIRECTION",
        "180E, INVISIBLE",
        "FFF9, INVISIBLE",
        "E0041, INVISIBLE",
        "3164, INVISIBLE",
        "115F, INVISIBLE",
        "2800, INVISIBLE",
        "FFFD, LOST",
        "FFFC, LOST"
    })
    void charactersThatNoReaderSeesAsStored_areRefused(String hex, Reason reason) {
        int c = Integer.parseInt(hex, 16);
        assertThat(refused("教育" + Character.toString(c) + "局")).hasValueSatisfying(r -> {
            assertThat(r.codePoint()).isEqualTo(c);
            assertThat(r.reason()).isEqualTo(reason);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0",
                "\u2007",
                "\u202f",
                "\u200b",
                "\ufeff",
                "\u3000\n\u3000",
                "\ufe0f",
                "\u0301",
                "\t\r\n"
            })
    void textWithoutAVisibleCharacter_isEmpty(String text) {
        assertThat(refused(text)).isEmpty();
        assertThat(normal(text)).isEmpty();
    }

    @Test
    void leftoversOfCopying_areRemovedOrMadeASpace() {
        assertThat(normal("符合 ")).isEqualTo("符合");
        assertThat(normal("\ufeff符\u200b合\u00ad")).isEqualTo("符合");
        assertThat(normal("符合\u00a0全部")).isEqualTo("符合 全部");
        assertThat(normal("A\u0301")).isEqualTo("Á");
    }

    @Test
    void linesAreKept_blanksAtTheirEndsAreNot() {
        assertThat(normal("\n　　第一段。 \r\n\r\n　　第二段。\u2028第三段。\n\n")).isEqualTo("第一段。\n\n第二段。\n第三段。");
        assertThat(normal("甲　乙")).as("an ideographic space within a line").isEqualTo("甲　乙");
    }

    @ParameterizedTest
    @ValueSource(strings = {"绍兴市越城区", "（2021—2025年）", "“两个只增不减”", "㎡、℃、①、Ⅳ", "𠮷野家"})
    void whatPeopleWrite_isLeftAsItIs(String text) {
        assertThat(refused(text)).isEmpty();
        assertThat(normal(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    /** Scripts that are not those of official documents, look-alikes of digits and letters, pictures. */
    @ParameterizedTest
    @ValueSource(strings = {"ཐ", "ᠮ", "葛\udb40\udd00", "\u05c3", "ー", "\ud83d\ude00", "І", "\u0336", "㏠", "\u2024"})
    void unprintableText_isRefused(String text) {
        assertThat(refused("甲" + text)).map(RecordText.Refused::reason).contains(RecordText.Reason.NOT_PRINTED);
    }

    /** The page for browsers relies on it: it looks at the table and at the ends of lines, and at nothing else. */
    @Test
    void everyPrintedCharacter_isStoredAsItIs_butTheNoBreakSpace() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            boolean stored = c == '\n' || c != 0xA0 && Repertoire.contains(c);
            assertThat(RecordText.isStored("甲" + Character.toString(c) + "乙"))
                    .as("U+%04X", c)
                    .isEqualTo(stored);
        }
    }

    @Test
    void textWithBlanksAtItsEnds_isNotStored() {
        for (String text : new String[] {" 甲", "甲　", "甲 \n乙", "\n甲", "甲\n", "　"}) {
            assertThat(RecordText.isStored(text)).as(text).isFalse();
        }
        assertThat(RecordText.isStored("")).isTrue();
    }

    @Property
    void normalForm_isStableAndHoldsNothingRefused(@ForAll("typedAndPasted") String text) {
        Assume.that(refused(text).isEmpty());
        String once = normal(text);
        assertThat(normal(once)).isEqualTo(once);
        assertThat(refused(once)).isEmpty();
        assertThat(Normalizer.isNormalized(once, Normalizer.Form.NFC)).isTrue();
        assertThat(once).isEqualTo(once.strip());
    }

    @Provide
    Arbitrary<String> typedAndPasted() {
        return Arbitraries.strings()
                .withChars(
                        "教育A1e。 \n\r\t\u0301\u0300\u3000\u00a0\u2007\u200b\u200d\ufeff\u00ad\u2028\ufe0f\u1100\u1161")
                .ofMaxLength(20);
    }
}
