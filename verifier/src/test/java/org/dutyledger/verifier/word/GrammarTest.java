package org.dutyledger.verifier.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrammarTest {
    private final Grammar grammar = Grammar.PLAIN_WORD;

    @ParameterizedTest
    @CsvSource({
        "sz, val, 14, true",
        "sz, val, 13, false",
        "sz, val, 90, true",
        "sz, val, 91, false",
        "sz, val, 1e9, false",
        "sz, val, 9999999999, false",
        "ind, left, 600, true",
        "ind, left, -1, false",
        "ind, hanging, 0, true",
        "ind, hanging, 1, false",
        "cellInd, left, 0, true",
        "cellInd, left, 1, false",
        "tab, val, bar, false",
        "tab, val, left, true",
        "tab, leader, dot, false",
        "pgMar, left, 899, false",
        "wordWrap, val, true, true",
        "wordWrap, val, 0, false",
        "color, val, auto, true",
        "color, val, 000080, true",
        "color, val, FF0000, true",
        "color, val, FFFFFF, false",
        "color, val, 646464, true",
        "color, val, 808080, false",
        "color, val, 969696, false",
        "color, val, white, false",
        "shd, fill, FFFF00, true",
        "shd, fill, 404040, false",
        "rFonts, ascii, 仿宋_GB2312, true",
        "rFonts, ascii, Times New Roman, true",
        "rFonts, ascii, Wingdings, false",
        "altName, val, '仿宋,FangSong', true",
        "altName, val, '仿宋,Symbol', false",
        "docPartGallery, val, Page Numbers (Bottom of Page), true",
        "docPartGallery, val, Cover Pages, false",
        "charset, characterSet, utf-8, true",
        "charset, characterSet, x-symbol, false",
        "tblW, w, 0, true",
        "tblW, w, 100, false",
        "br, type, page, true",
        "br, type, none, false",
        "p, rsidR, 00AA, true",
        "p, w14:paraId, 1, true",
        "p, x, 1, false",
        "vanish, val, 0, false",
        "zoom, percent, 100, true",
        "a:any, anything, 1, true"
    })
    void attributes_areAllowedByTheirRules(String kind, String attribute, String value, boolean allowed) {
        assertThat(grammar.allows(kind, attribute, value)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "p, r, r, ANY",
        "p, pPr, pPr, FIRST",
        "p, sdt, inlineSdt, ANY",
        "body, sdt, sdt, ANY",
        "tc, p, cellP, ANY",
        "cellPPr, ind, cellInd, FIRST",
        "document, body, body, FIRST",
        "body, sectPr, sectPr, LAST",
        "sectPr, pgSz, pgSz, ONCE",
        "a:any, a:sysClr, a:any, ANY"
    })
    void children_areOfTheKindOfTheirPlace(String kind, String name, String found, Grammar.Times times) {
        assertThat(grammar.child(kind, name)).isEqualTo(new Grammar.Child(found, times));
    }

    @ParameterizedTest
    @CsvSource({
        "p, t",
        "p, p",
        "inlineContent, p",
        "sdtContent, r",
        "tc, tbl",
        "r, vanish",
        "r, fldChar",
        "body, altChunk",
        "a:any, p"
    })
    void childrenThatNoRuleKnows_areNone(String kind, String name) {
        assertThat(grammar.child(kind, name)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"t, true", "dc:title, true", "p, false", "a:any, false", "dc:subject, false"})
    void characters_areAllowedInSomeKinds(String kind, boolean allowed) {
        assertThat(grammar.mayHoldText(kind)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"bidi, true", "p, false", "nothing, false"})
    void anAttributeThatMustBeThere_isMissed(String kind, boolean lacks) {
        assertThat(grammar.lacks(kind, Set.of())).isEqualTo(lacks);
        assertThat(grammar.lacks(kind, Set.of("val"))).isFalse();
    }

    @Test
    void tables_areThoseOfTheAnnexes_butForRounding() {
        assertThat(grammar.isTable(List.of(740, 2900, 1200, 7916))).isTrue();
        assertThat(grammar.isTable(List.of(720, 2920, 1200, 7916))).isTrue();
        assertThat(grammar.isTable(List.of(719, 2900, 1200, 7916))).isFalse();
        assertThat(grammar.isTable(List.of(740, 2900, 1200))).isFalse();
    }
}
