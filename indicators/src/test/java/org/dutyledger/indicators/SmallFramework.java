package org.dutyledger.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dutyledger.indicators.check.FrameworkChecker;
import org.dutyledger.indicators.read.FrameworkParser;
import org.dutyledger.indicators.read.Places;
import org.dutyledger.indicators.read.Problems;

/** A small sound framework, and its problems after one change. */
final class SmallFramework {
    /** The tests name its lines by number. */
    static final String SOUND = """
            framework: small
            version: "1"
            title: 小指标体系
            year: 2021
            roles: {bureau: 教体局, office: 督导办}
            grading: {scheme: points, weights: {"1": 0.4, "2": 0.6}}
            groups:
              - title: 甲
                indicators:
                  - id: "1"
                    title: 督学
                    figures:
                      - {id: chiefs, name: 专职, unit: 人, submitters: [bureau]}
                      - {id: helpers, name: 兼职, unit: 名, submitters: [bureau]}
                      - {id: budget, name: 经费, unit: 亿元, decimals: 2, min: 0, max: 99, submitters: [office]}
                      - {id: extra, name: 追加, unit: 万元, decimals: 1, submitters: [office]}
                      - {id: rate, name: 比例, unit: "%", decimals: 1, derived: true, submitters: [office]}
                      - {id: claim, name: 结论, kind: CLAIM, words: [符合, 不符合], submitters: [office]}
                      - {id: share, name: 占比, unit: "%", derived: true, submitters: [office]}
                    measures:
                      - {id: total, name: 合计, expression: 'chiefs + helpers', inputs: [chiefs, helpers], unit: 人}
                      - {id: rate, name: 比例, expression: 'chiefs / total * 100', inputs: [chiefs, total], unit: "%", decimals: 1}
                    rules:
                      - {id: enough, expression: 'rate >= 10', inputs: [rate], effect: FAIL, check: threshold, met: "达{{rate}}%", unmet: "只有{{rate}}%", certainty: HIGH}
                      - {id: claimed, expression: 'claim == "符合"', inputs: [claim], effect: NOTE, check: threshold, met: "{{claim}}", unmet: "填报为{{claim}}", certainty: LOW}
                    narratives:
                      - {id: text_1, submitters: [bureau]}
              - title: 乙
                indicators:
                  - {id: "2", title: 满意度}
            sections:
              - {id: preface, title: 前言}
            """;

    private SmallFramework() {}

    /** The problems, without the file's name. */
    static List<String> problems(String yaml) {
        Problems problems = new Problems("small.yaml");
        Places places = new Places();
        Optional<Framework> framework =
                new FrameworkParser(problems, places).parse(yaml.getBytes(StandardCharsets.UTF_8));
        framework.ifPresent(f -> new FrameworkChecker(f, problems, places).check());
        return problems.inFileOrder().stream()
                .map(p -> p.replaceFirst("^small\\.yaml:", ""))
                .toList();
    }

    /** The sound framework with one piece of it replaced. */
    static String with(String piece, String by) {
        assertThat(SOUND.split(java.util.regex.Pattern.quote(piece), -1))
                .as(piece)
                .hasSize(2);
        return SOUND.replace(piece, by);
    }
}
