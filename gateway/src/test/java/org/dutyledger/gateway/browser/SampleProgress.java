package org.dutyledger.gateway.browser;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Progress of a cycle as the scoring service would send it, with the longest titles. */
final class SampleProgress {
    private static final List<String> GROUPS = List.of("落实教育优先发展战略", "落实立德树人的根本任务", "落实教育保障政策", "落实管理规范要求", "人民满意");
    private static final List<String> TITLES = List.of(
            "加强党对教育工作全面领导",
            "落实学校党建工作全面覆盖",
            "持续推进清廉学校建设",
            "强化和完善教育督导体制",
            "落实“五育”并举",
            "构建良好教育生态",
            "加强师德师风建设",
            "保证教育投入",
            "加强收费和经费管理",
            "统筹中小学教师编制管理",
            "减轻中小学教师负担",
            "建立健全“义务教育教师平均工资收入不低于公务员”长效机制",
            "促进学前教育普及普惠发展",
            "推进义务教育优质均衡发展",
            "有效改善各级各类学校办学条件",
            "校园平安有序",
            "落实“双减”工作要求",
            "规范各级各类学校招生行为",
            "规范民办义务教育发展工作",
            "社会满意度测评");
    private static final int[] LAST_OF_GROUP = {4, 7, 16, 19, 20};
    private static final List<String> ORGANISATIONS = List.of(
            "教体局",
            "教育督导委员会办公室",
            "财政局",
            "人社局",
            "编办",
            "区委教育工作领导小组办公室",
            "市场监管局",
            "公安分局",
            "文广旅游局",
            "科技局",
            "民政局",
            "卫健局",
            "自然资源和规划局",
            "第三方测评机构");
    private static final int REQUIRED = 8;

    private SampleProgress() {}

    /** The state in which {@code submitted} items have come in, from the first indicator on. */
    static String json(long position, int submitted) {
        String indicators = IntStream.rangeClosed(1, 20)
                .mapToObj(n -> indicator(n, share(submitted, n, REQUIRED)))
                .collect(Collectors.joining(","));
        String groups =
                IntStream.rangeClosed(1, 5).mapToObj(n -> group(n, submitted)).collect(Collectors.joining(","));
        String organisations = IntStream.range(0, ORGANISATIONS.size())
                .mapToObj(n -> """
                        {"organisation":"330602-%d","name":"越城区%s","submitted":%d,"required":12}""".formatted(n, ORGANISATIONS.get(n), share(submitted, n + 1, 12)))
                .collect(Collectors.joining(","));
        return """
                {"cycle":"330602-2021","position":%d,"groups":[%s],"organisations":[%s],"indicators":[%s]}""".formatted(position, groups, organisations, indicators);
    }

    private static String group(int number, int submitted) {
        int last = LAST_OF_GROUP[number - 1];
        int first = number == 1 ? 1 : LAST_OF_GROUP[number - 2] + 1;
        int done = IntStream.rangeClosed(first, last)
                .map(n -> share(submitted, n, REQUIRED))
                .sum();
        int required = (last - first + 1) * REQUIRED;
        return """
                {"number":%d,"title":"%s","submitted":%d,"required":%d,"percent":%d}""".formatted(number, GROUPS.get(number - 1), done, required, done * 100 / required);
    }

    private static String indicator(int number, int submitted) {
        int group = 1
                + (int) Arrays.stream(LAST_OF_GROUP)
                        .filter(last -> last < number)
                        .count();
        String verdict = submitted < REQUIRED
                ? "PENDING"
                : number == 13 ? "BASIC_PASS" : number == 8 ? "TO_VERIFY" : number == 10 ? "FAIL" : "PASS";
        String missing = submitted < REQUIRED ? "\"item_" + number + "_" + submitted + "\"" : "";
        return """
                {"id":"%d","title":"%s","group":%d,"verdict":"%s","submitted":%d,"required":%d,"missing":[%s],"findings":%d,"changed":%d}""".formatted(
                        number,
                        TITLES.get(number - 1),
                        group,
                        verdict,
                        submitted,
                        REQUIRED,
                        missing,
                        verdict.equals("PASS") || verdict.equals("PENDING") ? 0 : number % 3,
                        number);
    }

    private static int share(int submitted, int number, int required) {
        return Math.max(0, Math.min(required, submitted - (number - 1) * required));
    }
}
