package org.dutyledger.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dutyledger.indicators.SmallFramework.SOUND;
import static org.dutyledger.indicators.SmallFramework.problems;
import static org.dutyledger.indicators.SmallFramework.with;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dutyledger.indicators.files.FrameworkFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Problems of a framework's form as its author gets them: line, what is wrong, what would be right. */
class BrokenFrameworkTest {

    @Test
    void soundFramework_hasNoProblem() {
        assertThat(problems(SOUND)).isEmpty();
    }

    static Stream<Arguments> brokenForms() {
        return Stream.of(
                arguments(
                        "unit: 万元",
                        "unit: 亿万元",
                        "16: unknown unit '亿万元' of 'extra'; known are % 元 万元 亿元 元/生·年 人 位 名 人次 人/班 所 家 个"
                                + " 项 条 份 对 类 张 分 年"),
                arguments(
                        "name: 追加, unit: 万元, decimals: 1",
                        "name: 追加",
                        "16: figure 'extra' needs 'unit'; write unit: \"\" for a pure number"),
                arguments(
                        "name: 追加, unit",
                        "name: 追加, unti",
                        "16: unknown key 'unti' in figure; did you mean 'unit'?",
                        "16: figure 'extra' needs 'unit'; write unit: \"\" for a pure number"),
                arguments(
                        "kind: CLAIM",
                        "kind: CLAIMS",
                        "18: 'kind' of figure must be one of NUMBER, CLAIM, FACT, not 'CLAIMS'",
                        "25: rule 'claimed' compares a text with a ratio by =="),
                arguments(
                        "kind: CLAIM",
                        "kind: CLAIM, decimals: 2",
                        "18: figure 'claim' is a CLAIM and takes no 'decimals'; that is for kind NUMBER"),
                arguments(
                        "decimals: 2, min",
                        "decimals: two, min",
                        "15: 'decimals' of figure must be a whole number, not 'two'"),
                arguments(
                        "decimals: 2, min",
                        "decimals: 1.5, min",
                        "15: 'decimals' of figure must be a whole number, not '1.5'"),
                arguments(
                        "decimals: 2, min",
                        "decimals: 2.0, min",
                        "15: 'decimals' of figure must be a whole number, not '2.0'"),
                arguments("max: 99", "max: 1E2", "15: 'max' of figure must be a number, not '1E2'"),
                arguments("max: 99", "max: +9", "15: 'max' of figure must be a number, not '+9'"),
                arguments(
                        "inputs: [chiefs, helpers], unit: 人",
                        "inputs: [chiefs, helpers], unit: 人, decimals: 31",
                        "21: measure 'total' has 31 decimals; allowed are 0 to 30"),
                arguments(
                        "inputs: [chiefs, helpers]",
                        "inputs: [chiefs, helpers, chiefs]",
                        "21: measure 'total' lists an input twice; list each once"),
                arguments(
                        "min: 0, max: 99",
                        "min: 0, max: 99, plausibleMin: 9, plausibleMax: 1",
                        "15: figure 'budget' has plausibleMin 9 above plausibleMax 1"),
                arguments(
                        "unit: 名, submitters",
                        "unit: 名, date: true, submitters",
                        "14: figure 'helpers' takes no 'date'; that is for kind FACT without 'words'"),
                arguments(
                        "title: 督学",
                        "title: 督\n\n            学",
                        "11: has a text with an empty line in it; write it on one line"),
                arguments(
                        "title: 督学",
                        "title: :督学",
                        "11: has a text that begins with ':', '?' or '-', which readers of YAML take differently; quote it"),
                arguments(
                        "title: 督学",
                        "title: &a 督学",
                        "11: has an anchor, an alias or a tag of YAML; write the value itself"),
                arguments(
                        "title: 督学",
                        "title: !!str 督学",
                        "11: has an anchor, an alias or a tag of YAML; write the value itself"),
                arguments(
                        "inputs: [chiefs, helpers]",
                        "inputs: [chiefs,\n                            helpers]",
                        "21: has a list or mapping in brackets that ends in line 22; end it on its own line, or write one entry a"
                                + " line without brackets"),
                arguments(
                        "title: 督学",
                        "title: \"督\\u5b66\"",
                        "11: holds a backslash, which readers of YAML take differently; remove it"),
                arguments(
                        "title: 督学",
                        "title: \"督学\"#",
                        "11: has a '#' directly after another character; write a space before it, or remove it"),
                arguments(
                        "title: 督学",
                        "title: '督\n            学'",
                        "11: has a quoted text that ends in another line; end it on its own line"),
                arguments(
                        "title: 督学",
                        "title: 督\u2028学",
                        "11: holds the character U+2028, which a report does not print; write another one"),
                arguments(
                        "framework: small",
                        "%YAML 1.2\n---\nframework: small",
                        "1: has a directive, a mark of a document or a '?' of YAML, which no framework may hold; remove it",
                        "2: has a directive, a mark of a document or a '?' of YAML, which no framework may hold; remove it"),
                arguments(
                        "{id: preface, title: 前言}",
                        "{id: group, title: 前言}",
                        "32: section 'group' has an id that the report uses itself; choose another id"),
                arguments(
                        "decimals: 2, min",
                        "decimals: 9, min",
                        "15: figure 'budget' has 9 decimals; allowed are 0 to 6"),
                arguments(
                        "unit: 名,",
                        "unit: 名, decimals: 1,",
                        "14: figure 'helpers' counts 名 and must have 0 decimals, not 1"),
                arguments("min: 0, max: 99", "min: 0, max: -1", "15: figure 'budget' has min 0 above max -1"),
                arguments(
                        "unit: \"%\", derived: true",
                        "unit: \"%\", derived: yes", "19: 'derived' of figure must be true or false, not 'yes'"),
                arguments(
                        "unit: \"%\", derived: true",
                        "unit: \"%\", derived: true, lowerBound: true",
                        "19: figure 'share' is derived; only a raw figure can be a lower bound"),
                arguments(
                        "unit: 名, submitters: [bureau]",
                        "unit: 名",
                        "14: figure 'helpers' needs 'submitters': at least one role"),
                arguments(
                        "unit: 名, submitters: [bureau]",
                        "unit: 名, submitters: [burau]",
                        "14: figure 'helpers' names the unknown role 'burau'; did you mean 'bureau'?"),
                arguments(
                        "unit: 名, submitters: [bureau]",
                        "unit: 名, submitters: bureau",
                        "14: 'submitters' of figure must be a list",
                        "14: figure 'helpers' needs 'submitters': at least one role"),
                arguments(
                        "{id: text_1, submitters",
                        "{id: text_1, maxLength: 0, submitters",
                        "27: narrative slot 'text_1' must allow 1 to 20000 characters"),
                arguments("certainty: HIGH", "source: x", "24: rule needs 'certainty'"),
                arguments(
                        "title: 督学",
                        "titel: 督学",
                        "10: indicator needs 'title'",
                        "11: unknown key 'titel' in indicator; did you mean 'title'?"),
                arguments("version: \"1\"", "version: \"\"", "2: framework needs 'version'"),
                arguments("year: 2021", "year: next", "4: 'year' of framework must be a whole number, not 'next'"),
                arguments("year: 2021", "year: 2021\nyear: 2022", "5: key 'year' occurs twice in framework"),
                arguments("- {id: preface, title: 前言}", "- preface", "32: section must be a mapping (key: value)"));
    }

    @ParameterizedTest
    @MethodSource("brokenForms")
    void brokenForm_isReported(org.junit.jupiter.params.aggregator.ArgumentsAccessor a) {
        String[] expected = Stream.iterate(2, i -> i < a.size(), i -> i + 1)
                .map(a::getString)
                .toArray(String[]::new);

        assertThat(problems(with(a.getString(0), a.getString(1)))).containsExactly(expected);
    }

    @Test
    void allProblems_areReportedAtOnce_inTheOrderOfTheFile() {
        String broken = with("unit: 万元", "unit: 亿万元").replace("year: 2021", "year: next");

        assertThat(problems(broken))
                .extracting(p -> p.substring(0, p.indexOf(':')))
                .containsExactly("4", "16");
    }

    @Test
    void invalidYaml_isReported() {
        assertThat(problems("framework: small\n  version: ["))
                .singleElement()
                .asString()
                .startsWith("2: is not YAML: ");
        assertThat(problems("")).containsExactly("1: the file is empty; it must start with framework: <id>");
        assertThat(problems("- a\n- b")).containsExactly("1: must be a mapping; it must start with framework: <id>");
    }

    @Test
    void limitsOfSizeAndDepth_holdBeforeAnythingIsBuilt() {
        assertThat(problems("# " + "x".repeat(999_999))).containsExactly("1: has 1000001 bytes; the limit is 1000000");
        for (String nested : new String[] {"- ", "[", "{b: "}) {
            assertThat(problems(nested.repeat(5000)))
                    .as(nested)
                    .containsExactly("1: has more than 50 lists and mappings within each other");
        }
    }

    @Test
    void file_isNamedInEveryProblem(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("mine.yaml"), with("unit: 万元", "unit: 元元"));

        assertThat(FrameworkFile.of(Files.writeString(directory.resolve("sound.yaml"), SOUND))
                        .framework()
                        .id())
                .isEqualTo("small");
        assertThatThrownBy(() -> FrameworkFile.of(file))
                .isInstanceOfSatisfying(FrameworkException.class, e -> assertThat(e.problems())
                        .singleElement()
                        .asString()
                        .startsWith(file + ":16: unknown unit '元元'"));
    }
}
