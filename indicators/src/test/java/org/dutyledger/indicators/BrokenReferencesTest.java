package org.dutyledger.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.indicators.SmallFramework.problems;
import static org.dutyledger.indicators.SmallFramework.with;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Problems of ids, expressions, units and weights that do not fit together. */
class BrokenReferencesTest {

    static Stream<Arguments> ids() {
        return Stream.of(
                arguments(
                        "{id: extra,", "{id: budget,", "16: figure 'budget' is already in line 15; ids must be unique"),
                arguments(
                        "{id: text_1,",
                        "{id: budget,",
                        "27: narrative slot 'budget' is already in line 15; ids must be unique"),
                arguments(
                        "{id: claimed,", "{id: enough,", "25: rule 'enough' is already in line 24; ids must be unique"),
                arguments(
                        "{id: extra,",
                        "{id: Extra-1,",
                        "16: figure 'Extra-1' must be lower-case letters, digits and '_', starting with a letter"),
                arguments(
                        "{id: extra,", "{id: in,", "16: figure 'in' is a word of the rule language; choose another id"),
                arguments(
                        "roles: {",
                        "roles: {Big_Office: 大, ",
                        "5: role 'Big_Office' must be lower-case words joined by '-', at most 60 characters, for example finance-bureau"),
                arguments(
                        "{id: \"2\",",
                        "{id: \"3\",",
                        "6: weights name the unknown indicator '2'",
                        "6: weights lack the indicators 3",
                        "30: indicator '3' is in place 2; indicators are numbered through the groups, so its id must be"
                                + " \"2\""));
    }

    static Stream<Arguments> expressions() {
        return Stream.of(
                arguments(
                        "'claim == \"符合\"'",
                        "'claim == \"符合。\"'",
                        "25: rule 'claimed' compares 'claim' with '符合。', which is not among its 'words'; they are 符合, 不符合"),
                arguments(
                        "words: [符合, 不符合], ",
                        "",
                        "25: rule 'claimed' compares 'claim' with '符合', which is not among its 'words'; list the answers that"
                                + " are allowed there"),
                arguments(
                        "words: [符合, 不符合]",
                        "words: [符合, 不符合, \"不 符合 \"]",
                        "18: figure 'claim' allows '不 符合 ', which no record can hold as it is written"),
                arguments(
                        "'chiefs + helpers'",
                        "'chiefs + helper'",
                        "21: measure 'total' uses the unknown 'helper'; did you mean 'helpers'?",
                        "21: measure 'total' lists 'helpers', which its expression does not use"),
                arguments(
                        "inputs: [chiefs, helpers]",
                        "inputs: [chiefs]",
                        "21: measure 'total' uses 'helpers'; add it to 'inputs'"),
                arguments("'chiefs + helpers'", "'chiefs + helpers +'", "21: measure 'total' needs a value at its end"),
                arguments(
                        "'chiefs + helpers'",
                        "'chiefs + helpers ^ 2'",
                        "21: measure 'total' cannot be read from '^ 2' on"),
                arguments(
                        "'chiefs / total * 100', inputs: [chiefs, total]",
                        "'share * 1', inputs: [share]",
                        "22: measure 'rate' uses 'share', which is only declared; use the raw figures that it is"
                                + " computed from"),
                arguments(
                        "'chiefs + helpers', inputs: [chiefs, helpers]",
                        "'chiefs + rate', inputs: [chiefs, rate]",
                        "21: measure 'total' puts 人 and % on the two sides of +; both must have one unit",
                        "21: measure 'total' depends on itself: total -> rate -> total"),
                arguments("'rate >= 10'", "'rate + 10'", "24: rule 'enough' yields %; a rule must be a comparison"),
                arguments(
                        "达{{rate}}%",
                        "达{{rat}}%", "24: rule 'enough' prints the unknown '{{rat}}'; did you mean 'rate'?"),
                arguments(
                        "达{{rate}}%",
                        "{{total}}人",
                        "24: rule 'enough' prints '{{total}}', which is not among its inputs; a rule prints its operands"),
                arguments(
                        "只有{{rate}}%",
                        "只有{{rte}}%", "24: rule 'enough' prints the unknown '{{rte}}'; did you mean 'rate'?"));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments(
                        ", unmet: \"只有{{rate}}%\"",
                        "", "24: rule 'enough' needs 'unmet': the text printed when the rule does not hold"),
                arguments(
                        "met: \"达{{rate}}%\", unmet",
                        "met: \"  \", unmet", "24: rule 'enough' needs 'met': the text printed when the rule holds"),
                arguments(
                        "met: \"达{{rate}}%\", unmet: \"只有{{rate}}%\"",
                        "text: \"{{rate}}%\"",
                        "24: rule 'enough' has one 'text' for both outcomes; write 'met' for when it holds and 'unmet' for"
                                + " when it does not"),
                arguments(
                        "只有{{rate}}%",
                        "达{{rate}}%",
                        "24: rule 'enough' prints the same text whether it holds or not; write in 'unmet' what"
                                + " is wrong"),
                arguments(
                        "effect: NOTE,",
                        "effect: NOTE, decisive: true,",
                        "25: rule 'claimed' is a NOTE, which leaves the verdict; it cannot be decisive"),
                arguments(
                        "unmet: \"只有",
                        "unmeet: \"只有",
                        "24: unknown key 'unmeet' in rule; did you mean 'unmet'?",
                        "24: rule 'enough' needs 'unmet': the text printed when the rule does not hold"));
    }

    static Stream<Arguments> units() {
        return Stream.of(
                arguments(
                        "'chiefs + helpers', inputs: [chiefs, helpers]",
                        "'budget + extra', inputs: [budget, extra]",
                        "21: measure 'total' puts 亿元 and 万元 on the two sides of +; both must have one unit"),
                arguments(
                        "'chiefs / total * 100', inputs: [chiefs, total]",
                        "'budget / extra', inputs: [budget, extra]",
                        "22: measure 'rate' divides 亿元 by 万元; convert them to one unit first"),
                arguments(
                        "helpers], unit: 人",
                        "helpers], unit: 万元",
                        "21: measure 'total' yields 人, not 万元",
                        "22: measure 'rate' divides 人 by 万元; convert them to one unit first"),
                arguments("'rate >= 10'", "'rate >= \"高\"'", "24: rule 'enough' compares a text with % by >="),
                arguments(
                        "'claim == \"符合\"'", "'claim == 1'", "25: rule 'claimed' compares a text with a number by =="),
                arguments(
                        "100', inputs: [chiefs, total], unit: \"%\", decimals: 1",
                        "100', inputs: [chiefs, total], unit: \"%\", decimals: 2",
                        "22: measure 'rate' keeps 2 decimals of '%', its figure 1 of '%'"),
                arguments(
                        "decimals: 1, derived: true",
                        "decimals: 1, derived: false",
                        "22: measure 'rate' has the id of a raw figure; mark the figure derived or choose another id"));
    }

    static Stream<Arguments> weights() {
        return Stream.of(
                arguments("\"2\": 0.6", "\"2\": 0.5", "6: weights sum to 0.9; they must sum to 1"),
                arguments("\"1\": 0.4, \"2\": 0.6", "\"1\": 1", "6: weights lack the indicators 2"),
                arguments("\"1\": 0.4, \"2\": 0.6", "\"1\": 1.4, \"2\": -0.4", "6: weights must not be negative"),
                arguments(
                        "\"2\": 0.6",
                        "\"2\": much",
                        "6: '2' of weights must be a number, not 'much'",
                        "6: weights lack the indicators 2",
                        "6: weights sum to 0.4; they must sum to 1"));
    }

    @ParameterizedTest
    @MethodSource({"ids", "expressions", "texts", "units", "weights"})
    void brokenReference_isReported(ArgumentsAccessor a) {
        String[] expected = Stream.iterate(2, i -> i < a.size(), i -> i + 1)
                .map(a::getString)
                .toArray(String[]::new);

        assertThat(problems(with(a.getString(0), a.getString(1)))).containsExactly(expected);
    }
}
