package org.dutyledger.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.dutyledger.gateway.RunningGateway;
import org.dutyledger.gateway.TestTokens;
import org.dutyledger.verifier.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page as a supervisor sees it, in a real browser, with its Content-Security-Policy in force. */
class LivePageIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static Browser browser;
    private static RunningGateway gateway;

    private final List<String> console = new CopyOnWriteArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        gateway = new RunningGateway();
        gateway.report.answer("/api/v1/cycles/330602-2021/reports", """
                [{"report":"r0","upToPosition":150,"position":151,"files":[],"proof":"/api/v1/cycles/330602-2021/reports/r0/proof"},
                 {"report":"r1","upToPosition":187,"position":188,"files":[
                  {"name":"report.docx","sha256":"ab12","href":"/api/v1/cycles/330602-2021/reports/r1/report.docx"},
                  {"name":"report.html","sha256":"cd34","href":"/api/v1/cycles/330602-2021/reports/r1/report.html"}],
                  "proof":"/api/v1/cycles/330602-2021/reports/r1/proof"}]""");
        gateway.submission.answer("/api/v1/cycles/330602-2021/framework", """
                {"holders":[{"id":"20","items":[{"id":"item_20_0","name":"社会满意度"}]}]}""");
        gateway.scoring.answer("/api/v1/cycles/330602-2021/evaluations/8", """
                {"reasons":[{"rule":"g","holds":true,"text":"一般公共预算教育支出 18.87 亿元，比上年 17.65 亿元增加"},
                  {"rule":"e","holds":false,"text":"小学生均公用经费只增不减"}],"findings":[{"text":"上年数与公报不一致"}]}""");
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
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1366, 768));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                console.add(message.text());
            }
        });
        page.onPageError(console::add);
        gateway.scoring.push(40, SampleProgress.json(40, 37));
    }

    @AfterEach
    void leave() {
        context.close();
    }

    @Test
    void tokenInTheAddress_signsInAndIsGoneFromTheAddress() {
        enter();
        assertThat(page).hasURL(gateway.url() + "/?cycle=330602-2021");
        assertThat(page.locator(".connection.live")).hasText("实时更新");
        assertThat(page.locator("tr[data-indicator]")).hasCount(20);
        picture("live");
        assertThat(console).isEmpty();
    }

    @Test
    void rows_moveAsSubmissionsArrive() {
        enter();
        Locator fifth = page.locator("tr[data-indicator='5']");
        assertThat(fifth.locator(".figures").last()).hasText("5 / 8");
        assertThat(fifth.locator(".verdict")).hasText("待填报");
        gateway.scoring.push(44, SampleProgress.json(44, 40));
        assertThat(fifth.locator(".figures").last()).hasText("8 / 8");
        assertThat(fifth.locator(".verdict")).hasText("合格");
        assertThat(fifth).hasClass("moved");
        assertThat(page.locator("tr[data-organisation='330602-3'] .figures")).hasText("4 / 12");
        assertThat(page.locator("#position")).hasText("44");
        gateway.scoring.push(180, SampleProgress.json(180, 150));
        assertThat(page.locator("tr[data-indicator='10'] .verdict")).hasText("不合格");
        picture("later");
        assertThat(console).isEmpty();
    }

    @Test
    void brokenStream_isResumedFromTheLastPosition() {
        enter();
        assertThat(page.locator("#position")).hasText("40");
        Awaitility.await().until(() -> gateway.scoring.openStreams() > 0);
        gateway.scoring.shutDown();
        assertThat(page.locator(".connection.reconnecting")).containsText("重连");
        gateway.scoring.restart();
        gateway.scoring.push(50, SampleProgress.json(50, 50));
        assertThat(page.locator("#position"))
                .hasText(
                        "50",
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(20_000));
        assertThat(page.locator(".connection.live")).isVisible();
        var resumed = gateway.scoring.last();
        assertThat(String.valueOf(resumed.header("Last-Event-ID")) + resumed.query())
                .containsAnyOf("40", "lastEventId=40");
        // the browser itself reports that the network was down; nothing else may be reported
        assertThat(console).allMatch(line -> line.contains("net::") || line.contains("Failed to load resource"));
    }

    @Test
    void aNetworkThatLosesEverything_isNoticed() {
        page.clock().install();
        enter();
        assertThat(page.locator(".connection.live")).isVisible();
        page.evaluate("""
                () => {
                  window.shown = [];
                  new MutationObserver(() => window.shown.push(document.querySelector('.connection').textContent.trim()))
                    .observe(document.querySelector('header'), { subtree: true, childList: true, characterData: true });
                }""");
        long before = streamsAsked();
        page.clock().fastForward("00:40");
        Awaitility.await().until(() -> streamsAsked() > before);
        assertThat(page.locator(".connection.live")).isVisible();
        assertThat(page.evaluate("window.shown").toString()).contains("长时间没有收到消息，正在重连");
        assertThat(gateway.scoring.last().query()).contains("lastEventId=40");
    }

    @Test
    void anUnknownCycle_isCalledThat() {
        gateway.scoring.refuse("/api/v1/cycles/nope/", 404);
        page.navigate(gateway.url() + "/?cycle=nope#token=" + RunningGateway.token());
        assertThat(page.locator(".waiting")).containsText("没有评价周期“nope”，或当前账号无权查看。");
        assertThat(page.locator(".connection")).containsText("无此评价周期");
        page.locator(".waiting a").click();
        assertThat(page).hasURL(gateway.url() + "/");
    }

    @Test
    void reportsThatMayNotBeSeen_areNotCalledNone() {
        gateway.report.refuse("/api/v1/cycles/closed-to-me/reports", 403);
        page.navigate(gateway.url() + "/?cycle=closed-to-me#token=" + RunningGateway.token());
        assertThat(page.locator(".reports")).containsText("当前账号不能查看已签发的报告");
    }

    @Test
    void aCorrection_isShownInItsRow() {
        enter();
        Locator second = page.locator("tr[data-indicator='2']");
        assertThat(second.locator(".verdict")).isVisible();
        gateway.scoring.push(41, SampleProgress.json(41, 37).replace("\"changed\":2}", "\"changed\":41}"));
        assertThat(second).hasClass("moved");
        assertThat(page.locator("tr.moved")).hasCount(1);
    }

    @Test
    void everyText_hasContrastToItsBackground() {
        gateway.scoring.push(180, SampleProgress.json(180, 150));
        page.navigate(
                gateway.url() + "/?cycle=330602-2021#token=" + TestTokens.of("审计", Duration.ofMinutes(10), "auditor"));
        page.locator("tr[data-indicator='20'] button").click();
        assertThat(page.locator(".other")).hasText("审计回放");
        Contrast.requireReadable(page);
    }

    @Test
    void withoutASession_theFormAsksForAToken() {
        page.navigate(gateway.url() + "/?cycle=330602-2021");
        picture("sign-in");
        assertThat(console).isEmpty();
        page.locator("#token").fill("no token");
        page.locator("form button").click();
        assertThat(page.locator("[role=alert]")).hasText("令牌无效或已过期，请重新获取。");
        page.locator("#token").fill(RunningGateway.token());
        page.locator("form button").click();
        assertThat(page.locator("tr[data-indicator]")).hasCount(20);
        page.reload();
        assertThat(page.locator("tr[data-indicator]")).hasCount(20);
        page.locator("header button").last().click();
        assertThat(page.locator("#token")).isVisible();
    }

    @Test
    void aLinkWithAToken_replacesNoSessionWithoutAsking() {
        link("王老师");
        assertThat(page.locator("tr[data-indicator]")).hasCount(20);
        link("冒名者");
        Locator question = page.locator("[role=alertdialog]");
        assertThat(question).containsText("是否更换登录身份？");
        assertThat(question).containsText("当前登录身份为“王老师”");
        assertThat(page).hasURL(gateway.url() + "/?cycle=330602-2021");
        assertThat(page.locator("tr[data-indicator]")).hasCount(0);
        assertThat(subject()).isEqualTo("王老师");
        picture("replace");
        question.locator("button").first().click();
        assertThat(page.locator("tr[data-indicator]")).hasCount(20);
        assertThat(question).hasCount(0);
        assertThat(subject()).isEqualTo("王老师");

        link("李老师");
        page.locator("header button").first().click();
        assertThat(question).containsText("You are signed in as \"王老师\"");
        question.locator("button").last().click();
        assertThat(page.locator("tr[data-indicator]")).hasCount(20);
        assertThat(subject()).isEqualTo("李老师");
        assertThat(console).isEmpty();
    }

    @Test
    void everyIndicator_isOnTheFirstScreenWithoutScrolling() {
        enter();
        assertThat(page.locator("tr[data-indicator='20']")).isInViewport();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(1366);
        var last = page.locator("tr[data-indicator='20']").boundingBox();
        assertThat(last.y + last.height).isLessThanOrEqualTo(768);
    }

    @Test
    void openDetails_followACorrection_thatLeavesTheRowAsItWas() {
        String address = "/api/v1/cycles/330602-2021/evaluations/9";
        gateway.scoring.answer(address, "{\"reasons\":[{\"rule\":\"g\",\"holds\":true,\"text\":\"支出 18.87 亿元\"}]}");
        enter();
        page.locator("tr[data-indicator='9'] button").click();
        assertThat(page.locator("#details-9")).containsText("✓ 支出 18.87 亿元");
        gateway.scoring.answer(address, """
                {"reasons":[{"rule":"g","holds":false,"text":"支出 18.88 亿元"}],"findings":[{"text":"支出 18.88 亿元"}]}""");
        gateway.scoring.push(41, SampleProgress.json(41, 37));
        assertThat(page.locator("#details-9 li")).hasCount(1);
        assertThat(page.locator("#details-9")).containsText("！支出 18.88 亿元");
    }

    /** A row that was opened while the services restart is filled without being opened again. */
    @Test
    void openDetails_thatCannotBeRead_areRequestedAgain() {
        page.clock().install();
        String address = "/api/v1/cycles/330602-2021/evaluations/11";
        gateway.scoring.refuse(address, 503);
        enter();
        page.locator("tr[data-indicator='11'] button").click();
        assertThat(page.locator("#details-11")).containsText("暂时读不到说明");
        gateway.scoring.answer(address, "{\"reasons\":[{\"rule\":\"g\",\"holds\":true,\"text\":\"支出 18.87 亿元\"}]}");
        page.clock().fastForward("00:05");
        assertThat(page.locator("#details-11")).containsText("✓ 支出 18.87 亿元");
    }

    @Test
    void titles_canBeReadOnAPhone() {
        page.setViewportSize(390, 800);
        enter();
        assertThat(page.locator("tr[data-indicator='12'] .title button").boundingBox().width)
                .isGreaterThan(100);
        int across = (Integer) page.evaluate("() => document.documentElement.scrollWidth");
        assertThat(across).isLessThanOrEqualTo(390);
    }

    @Test
    void details_areOpenedByKeyboard() {
        gateway.scoring.push(180, SampleProgress.json(180, 150));
        enter();
        Locator title = page.locator("tr[data-indicator='8'] button");
        title.focus();
        page.keyboard().press("Enter");
        assertThat(title).hasAttribute("aria-expanded", "true");
        assertThat(page.locator("#details-8")).containsText("✗ 小学生均公用经费只增不减");
        page.locator("tr[data-indicator='20'] button").click();
        assertThat(page.locator("#details-20")).containsText("尚缺数据项 社会满意度");
        picture("details");
        page.keyboard().press("Enter");
        assertThat(page.locator("#details-20")).hasCount(0);
        assertThat(console).isEmpty();
    }

    @Test
    void language_isSwitchedAndRemembered() {
        enter();
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        page.locator("header button").first().click();
        assertThat(page.locator("h1")).hasText("DutyLedger · collection progress");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.reload();
        assertThat(page.locator("tr[data-indicator='5'] .verdict")).hasText("Pending");
        picture("english");
    }

    @Test
    void reports_areLinked() {
        enter();
        assertThat(page.locator(".reports a").first())
                .hasAttribute("href", Pattern.compile("/reports/r1/report\\.docx$"));
        assertThat(page.locator(".reports li").first()).containsText("第 2 份（最新），截至序号 187");
        assertThat(page.locator(".reports li").first()).containsText("DOCX HTML");
        assertThat(page.locator(".reports li").last()).containsText("第 1 份，截至序号 150");
        assertThat(page.locator(".reports a").last()).hasAttribute("href", Pattern.compile("/reports/r0/proof$"));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".buttons")).isHidden();
        page.pdf(new Page.PdfOptions().setPath(PICTURES.resolve("print.pdf")));
    }

    /** Opens a link for a subject in this browser, as from a message. */
    private void link(String subject) {
        page.navigate("about:blank");
        page.navigate(gateway.url() + "/?cycle=330602-2021#token=" + TestTokens.of(subject, Duration.ofMinutes(10)));
    }

    private static long streamsAsked() {
        return gateway.scoring.asked().stream()
                .filter(one -> one.path().endsWith("/stream"))
                .count();
    }

    private Object subject() {
        return page.evaluate("async () => (await (await fetch('/session')).json()).subject");
    }

    private void enter() {
        page.navigate(gateway.url() + "/?cycle=330602-2021#token=" + RunningGateway.token());
        assertThat(page.locator("tr[data-indicator]").first()).isVisible();
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
