package org.dutyledger.verifier.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.verifier.Verification;
import org.dutyledger.verifier.bundle.Bundle;
import org.dutyledger.verifier.check.Trust;
import org.dutyledger.verifier.sample.SampleLedger;
import org.dutyledger.verifier.sample.Tampering;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that verifies a report, opened from the disk in a real browser without a network. */
class VerifyPageIT {
    @TempDir
    Path folder;

    private static Browser browser;
    private final SampleLedger ledger = SampleLedger.standard();
    private final byte[] good = ledger.bundle().bytes();
    private PageVisit visit;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        visit = new PageVisit(browser, 1200);
    }

    /** Whatever a test does, the page asks for nothing but itself and has nothing to complain of. */
    @AfterEach
    void leave() {
        try (PageVisit left = visit) {
            assertThat(left.requests).containsOnly(PageVisit.address());
            assertThat(left.complaints()).isEmpty();
        }
    }

    @Test
    void goodBundle_holds_withAndWithoutItsReports() {
        visit.picture("empty");
        assertThat(visit.verify("report.proof.json", good)).isEqualTo("HOLDS");
        assertThat(visit.page.locator(".checks .holds")).hasCount(7);
        assertThat(visit.page.locator(".checks .left")).containsText("没有放入报告文件");
        assertThat(visit.page.locator(".verdict .unpublished")).containsText("本页不认识指标体系样例指标体系");
        visit.choose("report", "report.docx", ledger.docx().bytes());
        assertThat(visit.result()).isEqualTo("HOLDS");
        assertThat(visit.page.locator("[data-check=report]")).containsText("逐字节相同");
        visit.picture("holds");
        visit.choose("report", "report.html", ledger.html().bytes());
        assertThat(visit.result()).isEqualTo("HOLDS");
        assertThat(visit.page.locator(".checks .holds")).hasCount(8);
    }

    @Test
    void everyAlteredBundle_isRefusedByTheCheckThatTheProgramNames() {
        Map<String, String> actual = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        Tampering.all().forEach((name, tampering) -> {
            String program = Verification.of(tampering.bundle(), null, Trust.none())
                    .broken()
                    .map(b -> b.code().name())
                    .orElse("HOLDS");
            expected.put(name, program);
            actual.put(name, visit.verify(name + ".json", tampering.bundle()));
        });
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void twentyThousandEvents_areChecked_whileThePageStaysAlive() throws IOException {
        EventScript script = Samples.script();
        String value = "18";
        while (script.last() < 19_990) {
            String next = Long.toString(script.last());
            script.corrected("leaders", next, "人", value);
            value = next;
        }
        Path file = Files.write(
                folder.resolve("large.proof.json"),
                SampleLedger.of(Samples.FRAMEWORK, script).bundle().bytes());
        // timers that run while the bar is there: the page draws and answers in between
        visit.page.evaluate(
                "window.alive = 0; setInterval(() => { if (document.querySelector('progress')) alive++; }, 1)");
        visit.page.locator("#pick-bundle").setInputFiles(file);
        assertThat(visit.result()).isEqualTo("HOLDS");
        assertThat((Integer) visit.page.evaluate("alive")).isPositive();
        assertThat(visit.page.locator("[data-check=tree]")).containsText("条事件逐字节都在检查点的账本里");
    }

    @Test
    void signatureOfAnotherKeyUnderTheLedgersName_isListedAsUnchecked() {
        Bundle bundle = ledger.bundle();
        SignedNote note = SignedNote.parse(bundle.checkpoint());
        SignedNote other = new NoteSigner(SampleLedger.ORIGIN, Ed25519Keys.generate()).sign(note.text());
        List<SignedNote.Signature> both =
                Stream.of(note, other).flatMap(one -> one.signatures().stream()).toList();
        Bundle twice = new Bundle(
                new SignedNote(note.text(), both).format(),
                bundle.key(),
                bundle.issued(),
                bundle.streams(),
                bundle.events(),
                bundle.framework(),
                bundle.model());
        assertThat(visit.verify("report.proof.json", twice.bytes())).isEqualTo("HOLDS");
        assertThat(visit.page.locator("[data-check=signature]")).containsText("署名“" + SampleLedger.ORIGIN + "”的签名未核对");
    }

    @Test
    void anotherKeyThanTheTrustedOne_isNamed() {
        String own = Ed25519Keys.pem(SampleLedger.signer().publicKey());
        String other = Ed25519Keys.pem(Ed25519Keys.generate().getPublic());
        visit.choose("key", "key.pem", own.getBytes(StandardCharsets.UTF_8));
        assertThat(visit.page.locator("[role=status]")).containsText("还缺证明包");
        assertThat(visit.verify("report.proof.json", good)).isEqualTo("HOLDS");
        assertThat(visit.page.locator("[data-check=signature]")).containsText("公钥与你给出的一致");
        visit.choose("key", "other.pem", other.getBytes(StandardCharsets.UTF_8));
        assertThat(visit.result()).isEqualTo("CHECKPOINT_KEY");
        visit.choose("key", "none.pem", "none".getBytes(StandardCharsets.UTF_8));
        assertThat(visit.result()).isEqualTo("HOLDS");
        assertThat(visit.page.locator("[role=status]")).containsText("none.pem");
    }

    @Test
    void page_canBeUsedByKeyboard_inEnglish_onAPhone_andOnPaper() {
        visit.page.keyboard().press("Tab");
        visit.page.keyboard().press("Enter");
        assertThat(visit.page.locator("h1")).hasText("Report verification");
        assertThat(visit.page.locator("html")).hasAttribute("lang", "en");
        visit.page.keyboard().press("Tab");
        assertThat(visit.page.locator("#pick-bundle")).isFocused();
        Tampering.Case reordered = Tampering.all().get("event-digit-changed");
        assertThat(visit.verify("a-rather-long-name-of-a-cycle-330602-2021.proof.json", reordered.bundle()))
                .isEqualTo("EVENT_NOT_IN_TREE");
        assertThat(visit.page.locator(".verdict")).isFocused();
        visit.picture("english-tampered");
        visit.page.setViewportSize(360, 800);
        assertThat((Integer) visit.page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
        visit.picture("phone-tampered");
        visit.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(visit.page.locator(".buttons")).isHidden();
        visit.page.setViewportSize(794, 900);
        visit.picture("print");
    }
}
