package org.dutyledger.local.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.dutyledger.local.RealBackends;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.backend.Backends;
import org.dutyledger.local.client.SuiteClient;
import org.dutyledger.local.demo.DemoContent;
import org.dutyledger.local.demo.DemoRun;
import org.dutyledger.local.mongo.MongodProcess;
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
    private final MongodProcess mongod;
    private final Suite suite;
    private final DemoRun run;

    private SuiteInBrowser(Browser browser, MongodProcess mongod, Suite suite, DemoRun run) {
        this.browser = browser;
        this.mongod = mongod;
        this.suite = suite;
        this.run = run;
    }

    static SuiteInBrowser start(Path directory) {
        Browser browser = Browser.start();
        MongodProcess mongod = MongodProcess.start(RealBackends.mongod(), directory.resolve("mongod"));
        Backends.MongoSelection requested = new Backends.MongoSelection(mongod.uri(), null, false);
        Suite suite = Suite.open(new DataDirectory(directory.resolve("data")), requested, GatewayPort.ANY);
        try {
            suite.startServices();
            DemoRun run = new DemoRun(suite.gateway(), suite.mint(), DemoContent.of2021());
            run.open();
            run.submitAll(receipt -> {});
            return new SuiteInBrowser(browser, mongod, suite, run);
        } catch (RuntimeException e) {
            suite.close(); // a broker that loses its directory would end this JVM with all of its tests
            mongod.close();
            browser.close();
            throw e;
        }
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

    /** Rewrites the stored bytes of an event, like an attacker with access to the database. */
    void alter(long position, String from, String to) {
        try (MongoClient client = MongoClients.create(mongod.uri())) {
            MongoCollection<Document> log = client.getDatabase("ledger").getCollection("log");
            Document commit = log.find(Filters.lte("_id", position))
                    .sort(Sorts.descending("_id"))
                    .first();
            Document event = commit.getList("e", Document.class).get((int) (position - commit.getLong("_id")));
            String stored = new String(event.get("d", Binary.class).getData(), StandardCharsets.UTF_8);
            event.put("d", new Binary(stored.replace(from, to).getBytes(StandardCharsets.UTF_8)));
            log.replaceOne(Filters.eq("_id", commit.getLong("_id")), commit);
        }
    }

    TokenMint.Bearer auditorOf(String jurisdiction) {
        return new TokenMint.Bearer("auditor", List.of("auditor"), List.of(), List.of(jurisdiction));
    }

    /** Opens the page as a user; the page removes the token from the address at once. */
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
        mongod.close();
        browser.close();
    }
}
