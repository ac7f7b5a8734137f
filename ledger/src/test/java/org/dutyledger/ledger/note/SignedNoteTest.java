package org.dutyledger.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    private static final String NAME = "dutyledger.example/330602";
    /** Seed and public key of the first test of RFC 8032, 7.1, in their DER forms. */
    private static final String RFC_8032_PRIVATE = pem(
            "PRIVATE",
            "302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    private static final String RFC_8032_PUBLIC =
            pem("PUBLIC", "302a300506032b6570032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

    private final KeyPair keys = Ed25519Keys.privatePem(RFC_8032_PRIVATE);
    private final NoteSigner signer = new NoteSigner(NAME, keys);
    private final NoteVerifier verifier = signer.verifier();
    private final String text = "a note\nof two lines\n";

    @Test
    void publicKey_isDerivedFromThePrivateOne() {
        assertThat(Ed25519Keys.pem(keys.getPublic())).isEqualTo(RFC_8032_PUBLIC);
        assertThat(Ed25519Keys.pem(keys.getPrivate())).isEqualTo(RFC_8032_PRIVATE);
        assertThat(Ed25519Keys.publicPem(RFC_8032_PUBLIC)).isEqualTo(keys.getPublic());
    }

    /** The example of the C2SP page: its form, not its signature, whose key the page does not name. */
    @Test
    void theExampleOfTheStandard_isReadAndWrittenTheSame() {
        String example = """
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                """;
        SignedNote note = SignedNote.parse(example);
        assertThat(note.format()).isEqualTo(example);
        assertThat(verifier.accepts(note)).isFalse();
    }

    @Test
    void keyId_isThatOfTheStandard() throws Exception {
        var sha = java.security.MessageDigest.getInstance("SHA-256");
        sha.update((NAME + "\n\u0001").getBytes());
        byte[] id =
                sha.digest(HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        assertThat(verifier.keyId()).isEqualTo(HexFormat.of().formatHex(id, 0, 4));
    }

    @Test
    void aNote_isAcceptedByItsKeyOnly() {
        SignedNote note = SignedNote.parse(signer.sign(text).format());
        assertThat(verifier.accepts(note)).isTrue();
        assertThat(new NoteVerifier("another", keys.getPublic()).accepts(note)).isFalse();
        assertThat(new NoteVerifier(NAME, Ed25519Keys.generate().getPublic()).accepts(note))
                .isFalse();
        assertThat(verifier.accepts(new SignedNote(text, List.of()))).isFalse();
    }

    @Test
    void cosignatures_areLetAlone_butAWrongLineOfTheKeySpoilsTheNote() {
        SignedNote own = signer.sign(text);
        SignedNote upper = new NoteSigner("upper-bureau", Ed25519Keys.generate()).sign(text);
        SignedNote wrong = signer.sign("something else\n");
        assertThat(verifier.accepts(together(own, upper))).isTrue();
        assertThat(verifier.accepts(SignedNote.parse(together(own, upper).format())))
                .isTrue();
        assertThat(verifier.accepts(together(own, wrong))).isFalse();
    }

    @Property(tries = 300)
    void anyFlippedBit_isNoticed(@ForAll @IntRange(max = 100_000) int at, @ForAll @IntRange(max = 6) int bit) {
        char[] chars = signer.sign(text).format().toCharArray();
        chars[at % chars.length] ^= (char) (1 << bit);
        String altered = new String(chars);
        assertThat(accepts(altered)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a\n", "a\n\n", "a\n\nb\n", "a\n\n\u2014 name !!!!!!!!\n", "a\u0007\n\n\u2014 n AAAAAAAA\n"})
    void notANote_isRefused(String note) {
        assertThat(accepts(note)).isFalse();
    }

    @Test
    void notAKey_isRefused() {
        assertThatThrownBy(() -> Ed25519Keys.privatePem(RFC_8032_PUBLIC)).isInstanceOf(MalformedNoteException.class);
        assertThatThrownBy(() -> Ed25519Keys.publicPem("none!")).isInstanceOf(MalformedNoteException.class);
    }

    private boolean accepts(String note) {
        try {
            return verifier.accepts(SignedNote.parse(note));
        } catch (MalformedNoteException noNote) {
            return false;
        }
    }

    private static SignedNote together(SignedNote one, SignedNote other) {
        return new SignedNote(
                one.text(),
                Stream.concat(one.signatures().stream(), other.signatures().stream())
                        .toList());
    }

    private static String pem(String kind, String der) {
        return "-----BEGIN " + kind + " KEY-----\n"
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(der)) + "\n-----END " + kind
                + " KEY-----\n";
    }
}
