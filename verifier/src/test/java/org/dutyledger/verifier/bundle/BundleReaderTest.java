package org.dutyledger.verifier.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.sample.SampleLedger;
import org.junit.jupiter.api.Test;

class BundleReaderTest {
    private static final Bundle GOOD = SampleLedger.standard().bundle();

    @Test
    void whatIsWritten_isReadBack() {
        assertThat(BundleReader.read(GOOD.bytes()).bytes()).isEqualTo(GOOD.bytes());
    }

    @Property
    void anyBytes_areRefusedAndNothingElseHappens(@ForAll byte[] file) {
        assertThatThrownBy(() -> BundleReader.read(file)).isInstanceOf(DoesNotHold.class);
    }

    @Property
    void anyText_inTheCheckpoint_isReadBack(@ForAll String text) {
        // half a surrogate pair has no UTF-8
        String sound = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        Bundle bundle = new Bundle(
                sound, GOOD.key(), GOOD.issued(), GOOD.streams(), GOOD.events(), GOOD.framework(), GOOD.model());
        assertThat(BundleReader.read(bundle.bytes()).checkpoint()).isEqualTo(sound);
    }

    @Test
    void fileOverTheLimit_isRefusedUnread() {
        assertThatThrownBy(() -> BundleReader.read(new byte[BundleReader.MAX_BYTES + 1]))
                .hasMessageContaining("longer than 67108864 bytes");
    }

    @Test
    void moreEventsThanTheLimit_areRefused() {
        List<ProvenEvent> many =
                Collections.nCopies(BundleReader.MAX_EVENTS + 1, new ProvenEvent(1, new byte[0], List.of()));
        Bundle bundle =
                new Bundle(GOOD.checkpoint(), GOOD.key(), 1, GOOD.streams(), many, GOOD.framework(), GOOD.model());
        assertThatThrownBy(() -> BundleReader.read(bundle.bytes())).hasMessageContaining("20001 events at most");
    }

    @Test
    void pathThatIsNoListOfHashes_isRefused() {
        ProvenEvent first = GOOD.events().get(0);
        for (List<byte[]> path : List.of(List.of(new byte[31]), Collections.nCopies(64, new byte[32]))) {
            List<ProvenEvent> events = List.of(new ProvenEvent(first.position(), first.data(), path));
            Bundle bundle = new Bundle(
                    GOOD.checkpoint(),
                    GOOD.key(),
                    first.position(),
                    GOOD.streams(),
                    events,
                    GOOD.framework(),
                    GOOD.model());
            assertThatThrownBy(() -> BundleReader.read(bundle.bytes())).hasMessageContaining("not a list of hashes");
        }
    }

    @Test
    void otherSpelling_isNamedByItsFirstByte() {
        String spaced = new String(GOOD.bytes(), StandardCharsets.UTF_8).replaceFirst(",\"key\"", ", \"key\"");
        int at = spaced.indexOf(", \"key\"") + 1;
        int bytes = spaced.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
        assertThatThrownBy(() -> BundleReader.read(spaced.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("from byte " + bytes + " on");
    }
}
