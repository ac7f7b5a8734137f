package org.dutyledger.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.dutyledger.gateway.RunningGateway;
import org.dutyledger.gateway.TestTokens;
import org.dutyledger.verifier.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The auditors' page in a real browser, with its Content-Security-Policy in force: every state it can be in. */
class AuditPageIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static Browser browser;
    private static RunningGateway gateway;

    private final List<String> console = new CopyOnWriteArrayList<>();
    private final SampleHistory history = new SampleHistory(30);
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        gateway = new RunningGateway();
    }

    @AfterAll
    static void stop() {
        if (gateway != null) {
            gateway.close();
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        context = browser.chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(1400, 900)
                        .setTimezoneId("Asia/Shanghai"));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                console.add(message.text());
            }
        });
        page.onPageError(console::add);
        history.answerTo(page);
    }

    @AfterEach
    void leave() {
        page.navigate(
                "about:blank"); // a request that is answered here while the context closes is an error of Playwright
        context.close();
    }

    @Test
    void deepLink_showsThatMoment_andTheAddressFollows() {
        enter("&at=7&against=3");
        assertThat(value()).hasText("7 %");
        assertThat(page.locator("#against")).hasValue("3");
        assertThat(page.locator(".difference .as-known")).hasText("账本序号 3 → 账本序号 7");
        page.locator("#slider").focus();
        page.keyboard().press("ArrowRight");
        assertThat(value()).hasText("8 %");
        assertThat(page.locator("#told")).hasText("账本序号 8 · 2022-03-01 08:08:00");
        assertThat(page.locator("tr.current")).hasAttribute("data-position", "8");
        assertThat(page).hasURL(Pattern.compile("\\?cycle=c&indicator=13&at=8&against=3$"));
        page.keyboard().press("End");
        assertThat(value()).hasText("29 %");
        page.keyboard().press("Home");
        assertThat(value()).hasText("0 %");
        assertThat(console).isEmpty();
    }

    @Test
    void moment_canBeGivenExactly_byEitherClock() {
        enter("");
        page.locator("#at").fill("12");
        page.keyboard().press("Enter");
        assertThat(value()).hasText("12 %");
        page.locator("#recorded").fill("2022-03-01T08:05:30.256");
        page.locator("#recorded").blur();
        assertThat(page.locator("#told")).hasText("账本序号 5 · 2022-03-01 08:05:00");
        assertThat(value()).hasText("5 %");
        assertThat(page).hasURL(Pattern.compile("at=2022-03-01T00%3A05%3A30.256Z"));
        page.locator("#on").fill("2021-06-30");
        page.locator("#on").blur();
        assertThat(page).hasURL(Pattern.compile("&on=2021-06-30"));
        page.locator("#at").fill("昨天");
        page.keyboard().press("Enter");
        assertThat(page.locator(".moment [role=alert]")).containsText("请填写序号");
        assertThat(console).isEmpty();
    }

    @Test
    void back_leadsToTheMomentBefore() {
        page.clock().install();
        enter("&at=7");
        assertThat(value()).hasText("7 %");
        page.clock().fastForward("00:01");
        page.locator("#at").fill("12");
        page.keyboard().press("Enter");
        assertThat(value()).hasText("12 %");
        page.goBack();
        assertThat(value()).hasText("7 %");
        page.goForward();
        assertThat(value()).hasText("12 %");
        assertThat(page).hasURL(Pattern.compile("at=12"));
    }

    @Test
    void address_takesATimeAsThePageDoes() {
        enter("&at=2022-03-01 08:05:30");
        assertThat(page.locator("#told")).hasText("账本序号 5 · 2022-03-01 08:05:00");
        assertThat(value()).hasText("5 %");
        assertThat(console).isEmpty();
    }

    @Test
    void event_isVerifiedInTheBrowser_andTheKeyIsRemembered() {
        enter("");
        verify("20");
        assertThat(outcome("20")).hasText("✓ 验证成立");
        assertThat(page.locator(".steps li")).hasCount(6);
        assertThat(page.locator(".key .hash")).hasText(history.fingerprint());
        page.reload();
        new SampleHistory(30).answerTo(page); // another key
        verify("20");
        assertThat(outcome("20")).hasText("✓ 验证成立");
        assertThat(page.locator(".key.changed")).containsText(history.fingerprint());
        picture("audit-key-changed");
        page.locator(".key button").click();
        assertThat(page.locator(".key.changed")).hasCount(0);
        assertThat(console).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            value.:.4         | value":"5         | 本页所示内容与存储的字节不一致
            "data":"eyJhZ     | "data":"eyJiZ     | 本页所示内容与存储的字节不一致：aggregate
            "leaf":".         | "leaf":"0         | 字节的哈希与证明中的叶子不一致
            "path":\\["..     | "path":["AA       | 它不在 30 条记录的哈希树的第 4 号位置
            ledger\\\\n30     | ledger\\n31       | 检查点的签名与公布的公钥不符
            ledger\\\\n3      | ledgers\\n3       | 检查点的签名与公布的公钥不符
            "path":\\[        | "path":["?",      | 证明的格式不对
            """)
    void anythingTampered_fails_andThePageNamesIt(String from, String to, String expected) {
        history.spoil(answer -> answer.replaceFirst(from, java.util.regex.Matcher.quoteReplacement(to)));
        enter("");
        verify("4");
        assertThat(outcome("4")).hasText("✗ 验证不成立");
        assertThat(page.locator(".steps .fails")).containsText(expected);
        picture("audit-fails");
    }

    @Test
    void publishedCheckpointOfAnotherSize_isComparedInTheBrowser() {
        history.publish(signed -> signed.checkpoint(21));
        enter("");
        verify("4");
        assertThat(outcome("4")).hasText("✓ 验证成立");
        assertThat(page.locator(".steps li").last()).hasText("✓ 公布的检查点（21 条）签名有效，上述 30 条是它的延续");
        assertThat(console).isEmpty();
    }

    @Test
    void publishedCheckpointOfAnotherHistory_isAFailureNamedSo() {
        for (int size : new int[] {21, 30}) {
            history.publish(signed -> signed.rewritten(size));
            enter("");
            verify("4");
            assertThat(outcome("4")).hasText("✗ 验证不成立");
            assertThat(page.locator(".steps .fails")).containsText("公布的检查点（" + size + " 条）与证明中的检查点（30 条）前后不一致");
            page.reload();
        }
        picture("audit-inconsistent");
    }

    @Test
    void withoutAnAnswerAboutConsistency_nothingIsReportedToHold() {
        history.publish(signed -> signed.checkpoint(21));
        enter("");
        page.route("**/ledger/consistency*", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        verify("4");
        assertThat(outcome("4")).hasText("？ 无法验证");
    }

    @Test
    void allEvents_areVerifiedWithProgress_andTheFirstThatFailsIsNamed() {
        enter("");
        page.locator("#verify-all").click();
        assertThat(page.locator(".run")).containsText("30 条记录全部验证成立");
        history.spoil(answer -> answer.replace("\"position\":\"17\",\"leaf\":\"", "\"position\":\"17\",\"leaf\":\"00"));
        page.locator("#verify-all").click();
        assertThat(page.locator(".run")).containsText("已验证 30 条，其中 1 条不成立");
        assertThat(page.locator(".run b")).hasText("序号 17 不成立");
        assertThat(outcome("17")).hasText("✗ 验证不成立");
        assertThat(outcome("18")).hasText("✓ 验证成立");
    }

    @Test
    void tenThousandEvents_areShownAPageAtATime() {
        new SampleHistory(10_000).answerTo(page);
        enter("");
        assertThat(page.locator("#loaded")).hasText("共 10000 条");
        assertThat(page.locator("tr[data-position]")).hasCount(50);
        assertThat(page.locator(".pager").first()).containsText("9951–10000 / 10000");
        page.locator("#slider").focus();
        page.keyboard().press("Home");
        assertThat(page.locator(".pager").first()).containsText("1–50 / 10000");
        assertThat(value()).hasText("0 %");
        page.locator(".pager button").nth(1).click();
        assertThat(page.locator("tr[data-position]").first()).hasAttribute("data-position", "50");
    }

    @ParameterizedTest
    @CsvSource({"403,当前账号没有查看的权限。", "404,没有找到所要的内容。", "503,服务暂时不可用，请稍后再试。"})
    void refusal_isShownInChinese_andCanBeRetried(int status, String expected) {
        history.refuse(status);
        enter("");
        assertThat(page.locator(".timeline [role=alert]")).containsText(expected);
        assertThat(page.locator(".timeline [role=alert]")).containsText("as the test wishes");
        history.refuse(200);
        page.locator(".timeline [role=alert] button").click();
        assertThat(page.locator("tr[data-position]")).hasCount(30);
    }

    @Test
    void expiredSession_asksForATokenAndContinuesWhereItWas() {
        enter("&at=7");
        assertThat(value()).hasText("7 %");
        assertThat(page.locator(".difference .after .text")).hasText("7");
        context.clearCookies();
        page.locator("#slider").focus();
        history.refuse(401);
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("[role=alert]")).containsText("登录已过期");
        history.refuse(200);
        page.locator("#token").fill(auditor());
        page.locator("form button").click();
        assertThat(value()).hasText("8 %");
    }

    @Test
    void callerWithoutAuditorRole_isRefused_andSeesNoLink() {
        page.navigate(gateway.url() + "/audit.html?cycle=c&indicator=13#token=" + RunningGateway.token());
        assertThat(page.locator("[role=alert]")).containsText("没有审计权限");
        assertThat(page.locator("tr[data-position]")).hasCount(0);
        page.navigate(gateway.url() + "/?cycle=c");
        assertThat(page.locator(".connection")).isVisible();
        assertThat(page.locator("header .other")).hasCount(0);
        page.navigate(gateway.url() + "/?cycle=c#token=" + auditor());
        page.reload();
        page.locator("[role=alertdialog] button").last().click();
        assertThat(page.locator("header .other")).hasAttribute("href", "/audit.html?cycle=c");
    }

    @Test
    void emptyIndicator_andNoChoice_areExplained() {
        page.navigate(gateway.url() + "/audit.html#token=" + auditor());
        assertThat(page.locator(".card.none")).containsText("请选择评价周期和指标");
        page.locator("#cycle").selectOption("c");
        page.locator("#indicator").selectOption("14");
        assertThat(page.locator(".timeline .none")).hasText("这个指标还没有任何记录。");
        page.locator("#indicator").selectOption("13");
        assertThat(page.locator("tr[data-position]")).hasCount(30);
        page.locator("header button").first().click();
        assertThat(page.locator(".subject")).hasText("13 Preschool");
        assertThat(page).hasTitle("DutyLedger · audit");
        assertThat(console).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1400})
    void page_fitsPhoneAndDesktop(int width) {
        page.setViewportSize(width, 800);
        enter("&at=20");
        assertThat(value()).hasText("20 %");
        verify("20");
        assertThat(outcome("20")).isVisible();
        int across = (Integer) page.evaluate("() => document.documentElement.scrollWidth");
        assertThat(across).isLessThanOrEqualTo(width);
        picture("audit-" + width);
        Contrast.requireReadable(page);
    }

    @Test
    void page_canBePrinted() {
        enter("&at=20");
        assertThat(value()).hasText("20 %");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("#slider")).isHidden();
        assertThat(page.locator("#verify-all")).isHidden();
        assertThat(page.locator("#told")).isVisible();
        page.pdf(new Page.PdfOptions().setPath(PICTURES.resolve("audit-print.pdf")));
    }

    private void enter(String more) {
        page.navigate(gateway.url() + "/audit.html?cycle=c&indicator=13" + more + "#token=" + auditor());
    }

    private void verify(String position) {
        page.locator("[data-position='" + position + "'] .verify").click();
    }

    private Locator outcome(String position) {
        return page.locator("tr[data-position='" + position + "'] .outcome");
    }

    private Locator value() {
        return page.locator("[data-item='rate'] .value .text");
    }

    private static String auditor() {
        return TestTokens.of("auditor", Duration.ofMinutes(10), "auditor");
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }
}
