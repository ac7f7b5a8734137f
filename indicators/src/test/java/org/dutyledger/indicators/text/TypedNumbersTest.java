package org.dutyledger.indicators.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dutyledger.indicators.text.TypedNumbers.Typed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "根据教基厅函〔2021〕43号文件",
                "浙政教督办〔2022〕5号、浙政教督办(2022)15号",
                "按照GB/T 9704-2012排版，符合JY/T 0386—2006",
                "2021年9月1日起实施，2021年10月底前完成",
                "2016—2020年，2020至2021年，2021-2022学年，2021学年度",
                "9月1日开学，3月15日至20日、3月15日—4月2日检查，12月底",
                "落实《义务教育课程方案（2022年版）》和《“十四五”规划（2021—2025年）》",
                "对标健康中国2030和中国教育现代化2035",
                "全面落实5+2课后服务，做好“体艺2+1”，健康中国2030，",
                "开通12345热线，1530安全教育，119消防宣传日",
                "服务G20峰会，开设3D打印、C919模型课程，实施教育信息化2.0，“1+X”证书",
                "《专项规划》（2020-2035）和《网点规划》（2021—2025)，2021年1—9月，1-6月，2019、2020、2021年，21世纪20年代，近3年，9年义务教育，建党100周年",
                "见附件1，2022年1号文件，第37个教师节，24小时值班，《3—6岁儿童学习与发展指南》，3—6岁幼儿",
                "消除56人以上大班额，高中10—12年级，12岁以下",
                "十人制足球，十四亿人民，十位数，十八位代表，前十名，近百名，百所名校，两个维度，十分重视，十四个乡镇",
                "每天不少于1小时体育活动，每周不少于4次，每节不超过40分钟",
                "1至2年级不布置书面作业，6年级",
                "开展3·15、12·4宣传",
                "第14届校园艺术节，第3批试点，第1中学，第43号令",
                "党的20大精神",
                "1.加强领导",
                "（1）加强领导",
                "一是：（1）加强领导；（2）落实责任",
                "班额：小学不超过45人，初中不超过50人",
                "小学班额不超过45人，初中不超过50人，每班控制在45人以内",
                "教师每5年不少于360学时，四十五人以内",
                "上午8:20到校，晚上8:30离校，上午9:00-11:30，晚上20:00至21:30",
                "分工：（2）多方联动；（3）人人参与；（4）分类施策；（5）家校共育；（6）项目推进；（7）所有学校",
                "取前三十名，目前形势",
                "“12355”青少年服务热线，未来学校2.0，“双减”30条举措",
                "十二次方，十次元，千万学生的期盼，数百教师，数千学生",
                "①加强领导；②落实责任",
                "一人一案，三个方面，数十所学校，第二十名，十四五规划，二〇二一年，千方百计",
            })
    void notAStatistic_mayBeTyped(String line) {
        assertThat(statistics(Punctuation.normalise(line))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "共有教师357人, 357",
        "投入18.87亿元、9.2万元, '18.87,9.2'",
        "增长17%, 17",
        "共35所, 35",
        "2021年投入18亿元, 18",
        "2021人, 2021",
        "投入达2021, 2021",
        "建成A18亿, 18",
        "《投入99.87亿元》, 99.87",
        "《教师357人》, 357",
        "“18”所, 18",
        "三个100%, 100",
        "5+2万元, '5,2'",
        "第18.87号, 18.87",
        "1.5万元, 1.5",
        "教师培训120学时, 120",
        "每年1885次, 1885",
        "每年120学时, 120",
        "共有《18》所学校, 18",
        "《教师357》, 357",
        "完成招生计划2030, 2030",
        "新增学位12+15, '12,15'",
        "录取12345, 12345",
        "师生比1·9, '1,9'",
        "投入A18, 18",
        "工期达12月, 12",
        "提高三个百分点, 三个百分点",
        "三分之二, 三分之二",
        "八成以上教师, 八成",
        "翻一番, 翻一番",
        "三万个学位, 三万个",
        "三百五十七个学位, 三百五十七个",
        "校舍三万平方米, 三万平方米",
        "Ⅳ类, Ⅳ",
        "共①类, ①",
        "18.872021年, 18.872021",
        "百分之十七, 百分之十七",
        "十八点八七亿元, 十八点八七亿",
        "三百五十七人, 三百五十七人",
        "二十余所, 二十余所",
        "一万多名, 一万多名",
        "十位, 十位",
    })
    void statistics_areFound(String line, String expected) {
        assertThat(statistics(Punctuation.normalise(line))).containsExactly(expected.split(","));
    }

    /** Each of these was once taken for a text without a statistic. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "教育投入壹拾捌亿捌仟柒佰万元",
                "毛入园率九十八%",
                "毛入园率一〇〇%",
                "投入一八八七万元",
                "教师三五七人",
                "教师总数三百五十七人",
                "在校学生人数八万三千六百人",
                "学校数一百二十所",
                "学位数三万个",
                "班级数三百二十个",
                "占总数八成以上",
                "三百五十七名民办教师",
                "引进三百五十七名数学教师",
                "常住三十五万人口",
                "培训教师三千人以上",
                "二十余万人",
                "三十余万平方米",
                "三十余万册",
                "教师廿三人",
                "卅五所学校",
                "投入3·15亿元",
                "入学率提高12·9%",
                "增长9·18%，12·4万元",
                "选派1530教育工作者",
                "新聘1530工作人员",
                "惠及12345市民",
                "配备119消防员",
                "配备110宣传员",
                "人均奖励8K元",
                "投入（1999—2099）万元",
                "生均经费（1900—2050）元",
                "《2021年教育投入十八点八七亿元，增长百分之十七，教师三千五百人》",
                "《新建校舍2050平方米，图书1999册》",
                "《新增学位2050座》",
                "《位列全省第1》",
                "百分之“九十八”",
                "十八．八七%",
                "十八·八七亿元",
                "lOO%",
                "人均预期寿命81岁",
                "督导不少于999次",
                "培训教师不少于三千五百人",
                "教师三千五百六十七，学生八万九千",
                "新增三千学位",
                "一百二十间",
                "三千台",
                "三千户",
                "三千学时",
                "总投入十八亿八千七百万",
                "占比九成八",
                "增长五个点",
                "一○○%",
                "三○五人",
                "九十八％",
                "九十八‰",
                "见表35平方米",
                "附件99件",
                "GB 8000台",
                "五百分之一百",
                "十八点八七（亿元）",
                "18成",
                "五千元",
                "五千余元",
                "五千来元",
                "近五千元",
                "不足五千元",
                "每五千元",
                "总数五百余所",
                "生数五百余人",
                "貳佰萬元",
                "陸佰万元",
                "两〇五〇万元",
                "壹捌捌柒万元",
                "三五七个学位",
                "一八八七册",
                "一八八七平方米",
                "三十万人民币",
                "三十万美元",
                "五百万经费",
                "翻了一番",
                "翻了两番",
                "翻四番",
                "（1999—2050）学时",
                "1530安全员",
                "继续教育4.0学分",
                "经费增长12·9，",
                "（35）位教师",
                "《教育经费投入2021（万元）》",
                "新增十二万个学位",
                "十二万户家庭",
                "十余个",
                "十八个班级",
                "十八个教学班",
                "督导三百次",
                "培训十八次",
                "十八台",
                "八万在校生",
                "三千教师",
                "十二万学生",
                "一亿资金",
                "二十八天",
                "；（35）人参加",
                "；（3）个班",
                "班额不超过99人",
                "小学45人",
                "目前三百名教师",
                "目前十二所学校",
                "此前五百人",
                "截至目前十二所",
                "当前三百名",
                "小学不超过30人",
                "高中控制在55人以内",
                "新增校车：（8）辆",
                "；（5）幢",
                "满意度：（9）成家长",
                "（35）台电脑",
                "（90）分",
                "上午8:20名教师",
                "下午3:50万元"
            })
    void statisticInAnySpelling_isFound(String line) {
        assertThat(statistics(Punctuation.normalise(line))).isNotEmpty();
    }

    /** A pattern that tries each 亿 as the last one would need minutes. */
    @Test
    @Timeout(30)
    void longTextOfNumerals_isReadOnce() {
        String magnitudes = "亿".repeat(20_000);
        assertThat(statistics("一" + magnitudes)).isEmpty();
        assertThat(statistics("一" + magnitudes + "万")).hasSize(1);
    }

    /** What a placeholder prints may end or begin with a digit: 第3 and 2021年 would read 32021年. */
    @Test
    void digitBesideAPlaceholder_isNoLiteral() {
        String value = TypedNumbers.PLACEHOLDER;
        assertThat(statistics(value + "2021年，" + value + "1至2年级")).containsExactly("2021", "1", "2");
        assertThat(statistics("附件1" + value + "，按GB/T 9704-2012" + value)).containsExactly("1", "9704", "2012");
        assertThat(statistics("2021年" + value + "，" + value + "，2021年，" + value + "第3届"))
                .isEmpty();
    }

    @Test
    void literal_isFoundWithItsWords() {
        assertThat(TypedNumbers.in("自2021年9月1日起18人")).containsExactly(new Typed(1, 10, true), new Typed(11, 13, false));
    }

    /** Nested quantifiers would overflow the stack of a service. */
    @Test
    void longRuns_areReadOnAnyStack() {
        assertThat(TypedNumbers.in("1.".repeat(250_000))).hasSize(1);
        assertThat(TypedNumbers.in("9月，".repeat(20_000))).hasSize(20_000);
    }

    @Property
    void numbers_areInOrderAndApart(@ForAll String line) {
        int end = 0;
        for (Typed one : TypedNumbers.in(line)) {
            assertThat(one.from()).isGreaterThanOrEqualTo(end);
            assertThat(one.to()).isGreaterThan(one.from()).isLessThanOrEqualTo(line.length());
            end = one.to();
        }
    }

    private static List<String> statistics(String line) {
        return TypedNumbers.in(line).stream()
                .filter(one -> !one.literal())
                .map(one -> line.substring(one.from(), one.to()))
                .toList();
    }
}
