package org.dutyledger.proof.note;

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
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                // the first two again, written as numbers beyond the prime
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void pointOfSmallOrder_isNoKey(String raw) {
        assertThatThrownBy(() -> Ed25519Keys.ofRaw(HexFormat.of().parseHex(raw)))
                .isInstanceOf(MalformedNoteException.class);
        assertThatThrownBy(() -> Ed25519Keys.publicPem(pem("PUBLIC", "302a300506032b6570032100" + raw)))
                .isInstanceOf(MalformedNoteException.class);
    }

    /** The page that verifies reports has the same vectors: two libraries could take different signatures. */
    @ParameterizedTest
    @CsvSource({
        // an ordinary signature; one whose point differs by a point of order 2; one of a key that differs so
        "952a25a3c546c5c98d15a640aa0b45418af4d2e88b0ee4b86079c108e17312bc,17ffad8068dc0de9935d36636f3ad1b5de6de3413b12388e453b05f2a4c1d3db6c97aa96cc7d28309388105fee1b096f50bef1d8f8cd66de7fbac4f86e7fb305,true",
        "952a25a3c546c5c98d15a640aa0b45418af4d2e88b0ee4b86079c108e17312bc,d600527f9723f2166ca2c99c90c52e4a21921cbec4edc771bac4fa0d5b3e2c24dbf5a153b848f7115b779c03a72e41057deed864f265c1a646402e6615bc6001,false",
        "58d5da5c3ab93a3672ea59bf55f4babe750b2d1774f11b479f863ef71e8ced43,17ffad8068dc0de9935d36636f3ad1b5de6de3413b12388e453b05f2a4c1d3db058879deda1de6cd5094f2ba64bce1a45b8dc8b6ac8affae69e7800cfdf9a607,false"
    })
    void signature_holdsWithoutTheCofactor(String key, String signature, boolean holds) {
        assertThat(Ed25519Keys.verifies(
                        Ed25519Keys.ofRaw(HexFormat.of().parseHex(key)),
                        "message".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        HexFormat.of().parseHex(signature)))
                .isEqualTo(holds);
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
