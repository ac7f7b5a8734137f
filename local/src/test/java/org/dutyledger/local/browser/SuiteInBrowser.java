package org.dutyledger.local.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dutyledger.local.RealBackends;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.backend.Backends;
import org.dutyledger.local.client.SuiteClient;
import org.dutyledger.local.demo.DemoContent;
import org.dutyledger.local.demo.DemoRun;
import org.dutyledger.local.suite.DataDirectory;
import org.dutyledger.local.suite.GatewayPort;
import org.dutyledger.local.suite.Suite;
import org.dutyledger.verifier.browser.Browser;
import tools.jackson.databind.JsonNode;

/** The real suite with the figures of 2021, of which one was corrected, and a browser to look at it. */
final class SuiteInBrowser implements AutoCloseable {
    static final String CYCLE = "330602-2021";
    static final String INDICATOR = "13";
    static final String ITEM = "inclusive_kindergarten_coverage";
    private static final Duration TOKENS = Duration.ofHours(1);

    private final Browser browser;
    private final Suite suite;
    private final DemoRun run;

    private SuiteInBrowser(Browser browser, Suite suite) {
        this.browser = browser;
        this.suite = suite;
        suite.startServices();
        this.run = new DemoRun(suite.gateway(), suite.mint(), DemoContent.of2021());
        run.open();
        run.submitAll(receipt -> {});
    }

    static SuiteInBrowser start(Path directory) {
        Browser browser = Browser.start();
        Backends.Wish wish = new Backends.Wish(null, RealBackends.mongod(), false);
        return new SuiteInBrowser(browser, Suite.open(new DataDirectory(directory), wish, GatewayPort.ANY));
    }

    /** The education bureau corrects a figure of the indicator, as it would. */
    long correct(String value, String reason) {
        String bureau = "330602-jtj";
        JsonNode receipt = new SuiteClient(
                        suite.gateway(), suite.mint().token(TokenMint.Bearer.organisation(bureau, "330602"), TOKENS))
                .submit(
                        CYCLE,
                        "correct-" + value,
                        Map.of(
                                "organisation",
                                bureau,
                                "items",
                                List.of(Map.of(
                                        "action", "correct",
                                        "type", "figure",
                                        "item", ITEM,
                                        "value", value,
                                        "unit", "%",
                                        "period", "2021",
                                        "basis", "DECLARED",
                                        "reason", reason))),
                        false);
        return Long.parseLong(receipt.path("events").get(0).path("position").asString());
    }

    /** Positions of the indicator's events, in order. */
    List<Long> positions() {
        return run.office()
                .get("/api/v1/cycles/" + CYCLE + "/history?limit=500&indicator=" + INDICATOR)
                .path("events")
                .valueStream()
                .map(event -> Long.parseLong(event.path("position").asString()))
                .toList();
    }

    TokenMint.Bearer auditorOf(String jurisdiction) {
        return new TokenMint.Bearer("auditor", List.of("auditor"), List.of(), List.of(jurisdiction));
    }

    /** Opens the page as somebody; the token is in the address and gone from it at once. */
    Page open(BrowserContext context, TokenMint.Bearer who, String address) {
        Page page = context.newPage();
        page.navigate(suite.gateway() + address + "#token=" + suite.mint().token(who, TOKENS));
        return page;
    }

    BrowserContext context(int width, int height) {
        return browser.chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setTimezoneId("Asia/Shanghai")
                        .setLocale("zh-CN"));
    }

    @Override
    public void close() {
        suite.close();
        browser.close();
    }
}
