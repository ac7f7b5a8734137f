package org.dutyledger.verifier.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.dutyledger.verifier.copies.ReportCopies;
import org.dutyledger.verifier.forgery.DocxForger;
import org.dutyledger.verifier.forgery.FalseContents;
import org.dutyledger.verifier.forgery.Forgery;
import org.dutyledger.verifier.forgery.HtmlForger;
import org.dutyledger.verifier.forgery.ModelForger;
import org.dutyledger.verifier.forgery.Tries;
import org.dutyledger.verifier.sample.SampleLedger;
import org.dutyledger.verifier.word.DocxText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The forgeries that {@code ForgeriesTest} tries on the program, tried on the page's modules: none is accepted. */
class ForgeriesIT extends JudgePage {
    private static final int BATCH = 200;
    private static final SampleLedger LEDGER = SampleLedger.standard();

    @BeforeAll
    static void begin() {
        assertThat(page.evaluate(
                        "bundle => module0.begin(bundle)",
                        base64(LEDGER.bundle().bytes())))
                .isEqualTo("HOLDS");
    }

    @Test
    void falseContent_isNeverAccepted() {
        assertNoneAccepted("judgeContents", new ModelForger(LEDGER.bundle().model())::forge, Tries.CONTENTS);
    }

    @Test
    void falseContent_signedAndHashed_isNeverAccepted() {
        ModelForger forger = new ModelForger(LEDGER.bundle().model());
        assertNoneAccepted(
                "judgeBundles",
                seed -> {
                    Forgery forged = forger.forge(seed);
                    return new Forgery(seed, forged.what(), LEDGER.issuing(forged.bytes()));
                },
                200);
    }

    @Test
    void everyNamedContent_isRefused_thoughAllElseIsSignedAndHashed() {
        FalseContents.of(LEDGER.bundle().model())
                .forEach((name, content) -> assertThat(judge("judgeBundles", List.of(LEDGER.issuing(content))))
                        .as(name)
                        .containsExactly("VALUE_NOT_FROM_EVENT"));
    }

    @Test
    void falseDocument_isNeverAccepted() {
        assertNoneAccepted("judgeFiles", new DocxForger(LEDGER.docx().bytes())::forge, Tries.DOCUMENTS);
    }

    @Test
    void falsePage_isNeverAccepted() {
        assertNoneAccepted("judgeFiles", new HtmlForger(LEDGER.html().bytes())::forge, Tries.PAGES);
    }

    @Test
    void everyNamedCopy_isAnsweredAsByTheProgram() {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> actual = new TreeMap<>();
        ReportCopies.of(LEDGER).forEach((name, copy) -> {
            expected.put(name, copy.code().name());
            actual.put(name, judge("judgeFiles", List.of(copy.file())).get(0));
        });
        assertThat(actual).isEqualTo(expected);
    }

    /** As the program reads them in {@code DocxTextTest}. */
    @Test
    @SuppressWarnings("unchecked")
    void copySavedByLibreOffice_readsAsTheIssuedFile() throws IOException {
        Map<String, Object> issued = reading("issued.docx");
        Map<String, Object> saved = reading("saved-by-libreoffice-7.4.docx");
        assertThat(saved.get("hidden")).isEqualTo("");
        assertThat((List<String>) saved.get("margins")).isEmpty();
        assertThat(saved.get("blocks")).isEqualTo(issued.get("blocks"));
        assertThat((List<String>) saved.get("blocks")).hasSizeGreaterThan(30);
        assertThat((List<String>) issued.get("marks")).hasSizeGreaterThan(30);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> reading(String resource) throws IOException {
        try (InputStream in = DocxText.class.getResourceAsStream(resource)) {
            return (Map<String, Object>) page.evaluate("file => module0.readingOf(file)", base64(in.readAllBytes()));
        }
    }

    private static void assertNoneAccepted(String judge, LongFunction<Forgery> forger, int tries) {
        for (long first = Tries.SEED; first < Tries.SEED + tries; first += BATCH) {
            List<Forgery> batch = new ArrayList<>();
            for (long seed = first; seed < Math.min(first + BATCH, Tries.SEED + tries); seed++) {
                batch.add(forger.apply(seed));
            }
            List<String> codes = judge(judge, batch.stream().map(Forgery::bytes).toList());
            for (int i = 0; i < codes.size(); i++) {
                assertThat(codes.get(i)).as("%s", batch.get(i)).isNotIn("HOLDS", "REPORT_COPY");
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> judge(String judge, List<byte[]> files) {
        return (List<String>) page.evaluate(
                "files => module0." + judge + "(files)",
                files.stream().map(ForgeriesIT::base64).toList());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
