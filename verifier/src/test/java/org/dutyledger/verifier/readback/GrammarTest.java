package org.dutyledger.verifier.readback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrammarTest {
    private final Grammar grammar = Grammar.PLAIN_WORD;

    @ParameterizedTest
    @CsvSource({
        "sz, val, 10, true",
        "sz, val, 9, false",
        "sz, val, 1e9, false",
        "sz, val, 9999999999, false",
        "ind, left, -600, true",
        "ind, left, -601, false",
        "color, val, auto, true",
        "color, val, 000080, true",
        "color, val, FF0000, true",
        "color, val, FFFFFF, false",
        "color, val, white, false",
        "shd, fill, FFFF00, true",
        "shd, fill, 404040, false",
        "rFonts, ascii, 仿宋_GB2312, true",
        "rFonts, ascii, Times New Roman, true",
        "rFonts, ascii, Wingdings, false",
        "altName, val, '仿宋,FangSong', true",
        "altName, val, '仿宋,Symbol', false",
        "br, type, page, true",
        "br, type, none, false",
        "p, rsidR, 00AA, true",
        "p, w14:paraId, 1, true",
        "p, x, 1, false",
        "vanish, val, 0, false",
        "zoom, percent, 100, true"
    })
    void attributes_areAllowedByTheirRules(String element, String attribute, String value, boolean allowed) {
        assertThat(grammar.allows(element, attribute, value)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"p, r, true", "p, pPr, false", "p, t, ", "r, vanish, ", "document, body, false", "body, altChunk, "})
    void children_areAllowedOnceOrMore(String element, String child, Boolean repeats) {
        assertThat(grammar.repeats(element, child)).isEqualTo(repeats);
    }

    @ParameterizedTest
    @CsvSource({"bidi, true", "p, false", "nothing, false"})
    void anAttributeThatMeansNo_mustBeThere(String element, boolean lacks) {
        assertThat(grammar.lacks(element, Set.of())).isEqualTo(lacks);
        assertThat(grammar.lacks(element, Set.of("val"))).isFalse();
    }
}
