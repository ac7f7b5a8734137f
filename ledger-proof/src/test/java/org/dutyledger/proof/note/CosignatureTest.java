package org.dutyledger.proof.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dutyledger.proof.note.SignedNote.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CosignatureTest {
    private static final String CHECKPOINT = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
            """;
    private static final Instant TIME = Instant.ofEpochSecond(1679315147);
    /** Seed of the first test of RFC 8032, 7.1. */
    private static final KeyPair KEYS = Ed25519Keys.privatePem(Base64.getEncoder()
            .encodeToString(HexFormat.of()
                    .parseHex("302e020100300506032b657004220420"
                            + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")));

    private static final String NAME = "city-bureau.example/w1";
    /** The next two were computed with OpenSSL, from the text of the standard. */
    private static final String KEY = "city-bureau.example/w1+b82113f9+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea";

    private static final String LINE = "\u2014 city-bureau.example/w1 uCET+QAAAABkGFDL+TPmh4BYuAjsYRoqMJCWb/gWJaeRF/km"
            + "m5tlCr9sJ57DLErur7K0yDXc2ArN+TIuotuB/HbuL3AJsp3bv/aNCQ==";

    private final Cosigner cosigner = new Cosigner(NAME, KEYS);
    private final SignedNote note =
            new NoteSigner("example.com/behind-the-sofa", Ed25519Keys.generate()).sign(CHECKPOINT);

    @Test
    void aCosignature_isThatOfTheStandard() {
        SignedNote cosigned = cosigner.cosign(note, TIME);
        assertThat(cosigner.key().text()).isEqualTo(KEY);
        assertThat(cosigned.signatures().get(1).line()).isEqualTo(LINE + "\n");
        assertThat(cosigned.format()).isEqualTo(note.format() + LINE + "\n");
        assertThat(Cosignature.time(VerifierKey.parse(KEY), CHECKPOINT, Signature.parse(LINE)))
                .hasValue(TIME);
    }

    /** The line of the page itself: its form and its time, since the page does not name the key. */
    @Test
    void theExampleOfTheStandard_hasItsTime() {
        Signature line = Signature.parse(
                "\u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin"
                        + "1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==");
        assertThat(line.bytes()).hasSize(4 + 8 + 64);
        assertThat(HexFormat.of().formatHex(line.bytes(), 4, 12)).isEqualTo("00000000641850cb");
        assertThat(Long.parseLong("641850cb", 16)).isEqualTo(TIME.getEpochSecond());
    }

    /** The key and the note of the page of signed notes. */
    @Test
    void theKeyOfTheStandard_verifiesItsNote() {
        VerifierKey key = VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        SignedNote example = SignedNote.parse("""
                This is an example message.

                \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
                """);
        assertThat(key.type()).isEqualTo(VerifierKey.NOTE);
        assertThat(new NoteVerifier(key.name(), key.key()).accepts(example)).isTrue();
        assertThat(key.text()).isEqualTo("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    }

    @Test
    void anotherCheckpoint_keyOrUse_isNotAccepted() {
        Signature line = Signature.parse(LINE);
        VerifierKey key = VerifierKey.parse(KEY);
        assertThat(Cosignature.time(key, CHECKPOINT.replace('3', '4'), line)).isEmpty();
        assertThat(Cosignature.time(key, CHECKPOINT + "more\n", line)).isEmpty();
        assertThat(Cosignature.time(new VerifierKey(NAME, VerifierKey.NOTE, key.key()), CHECKPOINT, line))
                .isEmpty();
        assertThat(Cosignature.time(new VerifierKey("other", VerifierKey.COSIGNATURE, key.key()), CHECKPOINT, line))
                .isEmpty();
        // a line of a note's kind under this key's id: the text alone was signed
        Signature note =
                new NoteSigner(NAME, KEYS).sign(CHECKPOINT).signatures().get(0);
        assertThat(Cosignature.time(key, CHECKPOINT, note)).isEmpty();
        assertThat(new NoteVerifier(NAME, key.key()).accepts(cosigner.cosign(note(note), TIME)))
                .isTrue();
    }

    @Property(tries = 200)
    void anyFlippedBit_isNoticed(@ForAll @IntRange(min = 4, max = 75) int at, @ForAll @IntRange(max = 7) int bit) {
        byte[] bytes = Signature.parse(LINE).bytes();
        bytes[at] ^= (byte) (1 << bit);
        assertThat(Cosignature.time(VerifierKey.parse(KEY), CHECKPOINT, new Signature(NAME, bytes)))
                .isEmpty();
    }

    @Test
    void aTimeBefore1970_cannotBeSigned() {
        assertThatThrownBy(() -> cosigner.cosign(note, Instant.ofEpochSecond(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "city-bureau.example/w1",
                "city-bureau.example/w1+b82113f8+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea",
                "city-bureau.example/w2+b82113f9+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea",
                "city bureau+b82113f9+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea",
                "city-bureau.example/w1+b82113f9+BddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea",
                "city-bureau.example/w1+b82113f9+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1E="
            })
    void notAVerifierKey_isRefused(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(MalformedNoteException.class);
    }

    private static SignedNote note(Signature line) {
        return new SignedNote(CHECKPOINT, java.util.List.of(line));
    }
}
