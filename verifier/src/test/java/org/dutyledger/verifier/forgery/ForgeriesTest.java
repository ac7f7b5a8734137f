package org.dutyledger.verifier.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.dutyledger.document.render.RenderedFile;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.verifier.Verification;
import org.dutyledger.verifier.bundle.Bundle;
import org.dutyledger.verifier.check.Issue;
import org.dutyledger.verifier.check.Sha256;
import org.dutyledger.verifier.check.Trust;
import org.dutyledger.verifier.document.ReportCheck;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.model.Model;
import org.dutyledger.verifier.model.ModelCheck;
import org.dutyledger.verifier.model.ModelReader;
import org.dutyledger.verifier.sample.SampleLedger;
import org.junit.jupiter.api.Test;

/** False reports, signed and hashed with every key; none is accepted. */
class ForgeriesTest {
    // signed and hashed again, and verified from the first check on
    private static final int WHOLE = 60;
    private static final SampleLedger LEDGER = SampleLedger.standard();
    private static final Bundle GENUINE = LEDGER.bundle();
    private static final byte[] BUNDLE = GENUINE.bytes();
    private static final Issue ISSUE = Issue.of(GENUINE);
    private static final Model MODEL = ModelReader.read(GENUINE.model());

    @Test
    void falseContent_isNeverAccepted() {
        ModelForger forger = new ModelForger(GENUINE.model());
        ReportModel computed = ModelCheck.computed(GENUINE, ISSUE, Samples.COMPUTATION);
        assertNoneAccepted(
                Tries.CONTENTS,
                forger::forge,
                forged -> forged.seed() % WHOLE == 0
                        ? first(LEDGER.issuing(forged.bytes()), null)
                        : found(() -> {
                            ModelReader.read(forged.bytes());
                            ModelCheck.requireSame(forged.bytes(), computed);
                        }));
    }

    @Test
    void everyNamedContent_isRefused_thoughAllElseIsSignedAndHashed() {
        FalseContents.of(GENUINE.model()).forEach((name, content) -> {
            assertThat(content).as(name).isNotEqualTo(GENUINE.model());
            assertThat(first(LEDGER.issuing(content), null)).as(name).isEqualTo(Code.VALUE_NOT_FROM_EVENT);
        });
    }

    @Test
    void falseDocument_isNeverAccepted() {
        assertNoneAccepted(Tries.DOCUMENTS, new DocxForger(LEDGER.docx().bytes())::forge, ForgeriesTest::file);
    }

    @Test
    void falsePage_isNeverAccepted() {
        assertNoneAccepted(Tries.PAGES, new HtmlForger(LEDGER.html().bytes())::forge, ForgeriesTest::file);
    }

    /** The issue itself records the false file. */
    @Test
    void falseFileThatWasIssued_isNeverAccepted() {
        DocxForger docx = new DocxForger(LEDGER.docx().bytes());
        HtmlForger html = new HtmlForger(LEDGER.html().bytes());
        for (long seed = Tries.SEED; seed < Tries.SEED + 100; seed++) {
            RenderedFile document = new RenderedFile(
                    LEDGER.docx().name(),
                    LEDGER.docx().mediaType(),
                    docx.forge(seed).bytes());
            RenderedFile page = new RenderedFile(
                    LEDGER.html().name(),
                    LEDGER.html().mediaType(),
                    html.forge(seed).bytes());
            assertThat(first(LEDGER.issuing(List.of(document, LEDGER.html())), document.bytes()))
                    .isEqualTo(Code.REPORT_FILE);
            assertThat(first(LEDGER.issuing(List.of(LEDGER.docx(), page)), page.bytes()))
                    .isEqualTo(Code.REPORT_FILE);
        }
    }

    /** The generator is worth something: each forgery is another file, and who looks at hashes alone takes them all. */
    @Test
    void forgeries_differFromTheGenuine_andDeceiveWhoCheckHashesAlone() {
        ModelForger model = new ModelForger(GENUINE.model());
        assertDifferent(model::forge, GENUINE.model());
        assertDifferent(
                new DocxForger(LEDGER.docx().bytes())::forge, LEDGER.docx().bytes());
        assertDifferent(
                new HtmlForger(LEDGER.html().bytes())::forge, LEDGER.html().bytes());
        Forgery forged = model.forge(Tries.SEED);
        SampleLedger ledger = LEDGER.reissued(forged.bytes(), List.of(LEDGER.docx(), LEDGER.html()));
        assertThat(HashesAlone.accept(ledger.bundle(), Sha256.hex(forged.bytes())))
                .isTrue();
        assertThat(HashesAlone.accept(ledger.bundle(), Sha256.hex(GENUINE.model())))
                .isFalse();
    }

    private static void assertDifferent(LongFunction<Forgery> forger, byte[] genuine) {
        List<String> forged = LongStream.range(Tries.SEED, Tries.SEED + 500)
                .mapToObj(forger)
                .map(f -> Sha256.hex(f.bytes()))
                .toList();
        assertThat(forged).doesNotContain(Sha256.hex(genuine));
        assertThat(forged.stream().distinct().count()).isGreaterThan(250);
    }

    private static void assertNoneAccepted(int tries, LongFunction<Forgery> forger, Function<Forgery, Code> judge) {
        for (long seed = Tries.SEED; seed < Tries.SEED + tries; seed++) {
            Forgery forged = forger.apply(seed);
            assertThat(judge.apply(forged)).as("%s", forged).isNotNull().isNotEqualTo(Code.REPORT_COPY);
        }
    }

    private static Code file(Forgery forged) {
        return forged.seed() % WHOLE == 0
                ? first(BUNDLE, forged.bytes())
                : found(() -> ReportCheck.of(
                        forged.bytes(), MODEL, ISSUE, LEDGER.html().bytes()));
    }

    private static Code found(Runnable check) {
        try {
            check.run();
            return null;
        } catch (DoesNotHold e) {
            return e.code();
        }
    }

    private static Code first(byte[] bundle, byte[] report) {
        return Verification.of(bundle, report, Trust.none())
                .broken()
                .map(DoesNotHold::code)
                .orElse(null);
    }
}
