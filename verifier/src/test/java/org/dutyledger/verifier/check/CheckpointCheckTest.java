package org.dutyledger.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import org.dutyledger.proof.note.Cosigner;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.note.VerifierKey;
import org.dutyledger.verifier.bundle.Bundle;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.sample.SampleLedger;
import org.junit.jupiter.api.Test;

class CheckpointCheckTest {
    private static final Bundle GOOD = SampleLedger.standard().bundle();
    private static final KeyPair KEYS = Ed25519Keys.privatePem(SampleLedger.PRIVATE_KEY);
    private static final Cosigner CITY = new Cosigner("shaoxing.gov/witness", Ed25519Keys.generate());

    @Test
    void keyGivenByTheReader_mustBeTheBundles() {
        CheckpointCheck.of(GOOD, new Trust(KEYS.getPublic(), List.of()));
        Trust other = new Trust(Ed25519Keys.generate().getPublic(), List.of());
        assertThatThrownBy(() -> CheckpointCheck.of(GOOD, other))
                .isInstanceOfSatisfying(
                        DoesNotHold.class, e -> assertThat(e.code()).isEqualTo(Code.CHECKPOINT_KEY))
                .hasMessageContaining(Fingerprint.of(KEYS.getPublic()));
    }

    @Test
    void cosignature_isCheckedWhenAskedFor() {
        Bundle cosigned = with(note -> CITY.cosign(note, Instant.parse("2022-03-02T01:00:00Z")));
        assertThat(CheckpointCheck.of(cosigned, trust(CITY.key())).held())
                .anySatisfy(t -> assertThat(t.zh()).isEqualTo("检查点由“shaoxing.gov/witness”于 2022-03-02 09:00:00 副署"));
        VerifierKey other = new VerifierKey(
                CITY.key().name(),
                VerifierKey.COSIGNATURE,
                Ed25519Keys.generate().getPublic());
        assertMissing(cosigned, other);
        assertMissing(GOOD, CITY.key());
    }

    @Test
    void cosignatureOfAnotherCheckpoint_isNone() {
        SignedNote elsewhere = new NoteSigner(SampleLedger.ORIGIN, KEYS)
                .sign(SampleLedger.standard().checkpoint(3).text());
        SignedNote.Signature line =
                CITY.cosign(elsewhere, Instant.EPOCH).signatures().get(1);
        assertMissing(with(note -> note.with(line)), CITY.key());
    }

    @Test
    void unrequiredSignature_isReportedAsUnchecked() {
        Bundle cosigned = with(note -> CITY.cosign(note, Instant.EPOCH));
        assertThat(CheckpointCheck.of(cosigned, Trust.none()).remarks())
                .singleElement()
                .satisfies(
                        t -> assertThat(t.en()).contains("'shaoxing.gov/witness' on the checkpoint was not checked"));
        assertThat(CheckpointCheck.of(cosigned, trust(CITY.key())).remarks()).isEmpty();
        assertThat(CheckpointCheck.of(GOOD, Trust.none()).remarks()).isEmpty();
    }

    private static void assertMissing(Bundle bundle, VerifierKey key) {
        assertThatThrownBy(() -> CheckpointCheck.of(bundle, trust(key)))
                .isInstanceOfSatisfying(
                        DoesNotHold.class, e -> assertThat(e.code()).isEqualTo(Code.COSIGNATURE));
    }

    private static Trust trust(VerifierKey cosigner) {
        return new Trust(KEYS.getPublic(), List.of(cosigner));
    }

    private static Bundle with(java.util.function.UnaryOperator<SignedNote> change) {
        String note = change.apply(SignedNote.parse(GOOD.checkpoint())).format();
        return new Bundle(
                note, GOOD.key(), GOOD.issued(), GOOD.streams(), GOOD.events(), GOOD.framework(), GOOD.model());
    }
}
