package org.dutyledger.verifier.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The verification page, opened from the disk as by a double click; it remembers what the page asked of the network. */
final class PageVisit implements AutoCloseable {
    private static final Path FILE = Path.of("target", "verify.html").toAbsolutePath();
    private static final Path PICTURES = Path.of("target", "screenshots");
    final Page page;
    final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> console = new CopyOnWriteArrayList<>();
    private final BrowserContext context;

    PageVisit(Browser browser, int width) {
        context = browser.chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, 900));
        context.setOffline(true);
        page = context.newPage();
        page.onRequest(request -> requests.add(request.url()));
        page.onConsoleMessage(message -> console.add(message.text()));
        page.onPageError(console::add);
        page.navigate(FILE.toUri().toString());
    }

    static String address() {
        return FILE.toUri().toString();
    }

    /** Puts a file in and waits for the result; its code, HOLDS where all holds. */
    String verify(String name, byte[] bundle) {
        choose("bundle", name, bundle);
        return result();
    }

    void choose(String kind, String name, byte[] content) {
        page.locator("#pick-" + kind).setInputFiles(new FilePayload(name, "", content));
    }

    String result() {
        Locator verdict = page.locator(".verdict");
        verdict.waitFor(new Locator.WaitForOptions().setTimeout(120_000));
        return verdict.getAttribute("data-code");
    }

    /** What the browser complains of, but that the policy keeps styles and scripts of a dropped report from having effect. */
    List<String> complaints() {
        return console.stream()
                .filter(line -> !line.matches(
                        "(?s)(Applying inline style|Executing inline event handler|Setting the document's base URI).*"
                                + "violates.*The action has been blocked\\."))
                .toList();
    }

    void picture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("verify-" + name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
