package org.dutyledger.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor replays an indicator of the real 2021 data and verifies its events, on the real suite in a real browser. */
class AuditPageIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final LocatorAssertions.HasTextOptions SOON =
            new LocatorAssertions.HasTextOptions().setTimeout(30_000);
    private static final LocatorAssertions.ContainsTextOptions SOON_TOO =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    private static final String PAGE = "/audit.html?cycle=330602-2021&indicator=13";

    @TempDir
    static Path directory;

    private static SuiteInBrowser suite;
    private static long corrected;
    private static List<Long> positions;

    private final List<String> console = new CopyOnWriteArrayList<>();
    private BrowserContext context;

    @BeforeAll
    static void start() {
        suite = SuiteInBrowser.start(directory);
        corrected = suite.correct("97.9", "按年终数据更正");
        positions = suite.positions();
    }

    @AfterAll
    static void stop() {
        if (suite != null) {
            suite.close();
        }
    }

    @BeforeEach
    void open() {
        context = suite.context(1400, 900);
    }

    @AfterEach
    void leave() {
        context.close();
    }

    @Test
    void slider_movesThroughTime_byKeyboard() {
        Page page = enter(PAGE);
        assertThat(value(page)).containsText("97.9 %");
        picture(page, "audit");
        page.locator("#slider").focus();
        page.keyboard().press("ArrowLeft");
        assertThat(value(page)).containsText("97.6 %");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*&at=" + positions.get(positions.size() - 2)));
        page.keyboard().press("Home");
        assertThat(page.locator("#told")).containsText("账本序号 " + positions.get(0));
        assertThat(page.locator(".state .none")).hasText("当时还没有填报内容。");
        page.keyboard().press("End");
        assertThat(value(page)).containsText("97.9 %");
        assertThat(page.locator("#told")).containsText("账本序号 " + corrected);
        assertThat(console).isEmpty();
    }

    @Test
    void difference_namesTheEventThatMadeIt() {
        Page page = enter(PAGE + "&at=" + corrected + "&against=" + positions.get(4));
        Locator change = page.locator("[data-change='" + SuiteInBrowser.ITEM + "']");
        assertThat(change.locator(".before .text")).hasText("97.6 %");
        assertThat(change.locator(".after .text")).hasText("97.9 %");
        Locator cause = change.locator("li[data-position='" + corrected + "']");
        assertThat(cause).containsText("账本序号 " + corrected);
        assertThat(cause).containsText("越城区教育体育局 · 经 HTTP 接口");
        assertThat(cause).containsText("按年终数据更正");
        assertThat(console).isEmpty();
    }

    @Test
    void events_areVerifiedInTheBrowser_alsoForAnAuditorOfTheDistrictOnly() {
        Page page = enter(PAGE, "330602");
        row(page).locator(".verify").click();
        assertThat(row(page).locator(".outcome")).hasText("✓ 验证成立", SOON);
        picture(page, "audit-verified");
        page.locator("#verify-all").click();
        assertThat(page.locator(".run")).containsText(positions.size() + " 条记录全部验证成立", SOON_TOO);
        assertThat(page.locator(".key.changed")).hasCount(0);
        assertThat(console).isEmpty();
    }

    @Test
    void alteredStoredBytes_areFound() {
        Page page = enter(PAGE);
        // by its first verification the event is in the signed tree
        row(page).locator(".verify").click();
        assertThat(row(page).locator(".outcome")).hasText("✓ 验证成立", SOON);
        suite.alter(corrected, "97.9", "99.9");
        try {
            row(page).locator(".verify").click();
            assertThat(row(page).locator(".outcome")).hasText("✗ 验证不成立", SOON);
            assertThat(page.locator(".steps .fails")).containsText("本页所示内容与存储的字节不一致：payload");
            page.reload(); // the page now shows the forged value: only the tree shows the forgery
            assertThat(row(page)).containsText("99.9 %", SOON_TOO);
            row(page).locator(".verify").click();
            assertThat(row(page).locator(".outcome")).hasText("✗ 验证不成立", SOON);
            assertThat(page.locator(".steps .fails")).containsText("条记录的哈希树的第 " + corrected + " 号位置");
            picture(page, "audit-tampered");
        } finally {
            suite.alter(corrected, "99.9", "97.9");
        }
    }

    private static Locator row(Page page) {
        return page.locator("tr[data-position='" + corrected + "']");
    }

    private Page enter(String address) {
        return enter(address, "*");
    }

    private Page enter(String address, String jurisdiction) {
        Page page = suite.open(context, suite.auditorOf(jurisdiction), address);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                console.add(message.text());
            }
        });
        page.onPageError(console::add);
        return page;
    }

    private static Locator value(Page page) {
        return page.locator("[data-item='" + SuiteInBrowser.ITEM + "'] .value");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }
}
