package org.dutyledger.verifier.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.dutyledger.verifier.page.ScriptModules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A page with the modules that judge forgeries, as {@code module0}, for the tests of one class. */
abstract class JudgePage {
    static Page page;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.start();
        page = browser.chromium().newPage();
        page.addScriptTag(new Page.AddScriptTagOptions()
                .setContent(ScriptModules.joined(Path.of("src", "test", "web"), "judge.js")));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }
}
