package org.dutyledger.verifier.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dutyledger.verifier.Verification;
import org.dutyledger.verifier.check.Trust;
import org.dutyledger.verifier.finding.Outcome;
import org.dutyledger.verifier.sample.SampleLedger;
import org.junit.jupiter.api.Test;

/** No byte of a bundle is without meaning. */
class AnyFlippedBitTest {
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int LONG = 100;
    private static final byte[] GOOD = SampleLedger.standard().bundle().bytes();

    /** Every byte, but of long runs of Base64, where one byte is as good as the next, every eighth. */
    @Test
    void everyByte_changedInOneBit_isFound() {
        Random random = new Random(42);
        int run = 0;
        for (int i = 0; i < GOOD.length; i++) {
            run = BASE64.indexOf(GOOD[i]) < 0 ? 0 : run + 1;
            if (run <= LONG || i % 8 == 0) {
                assertThat(altered(i, 1 << random.nextInt(8)).holds())
                        .as("byte " + i)
                        .isFalse();
            }
        }
    }

    @Property(tries = 300)
    void anyByte_changedInAnyWay_isFound(
            @ForAll @IntRange(min = 0, max = 1 << 20) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
        assertThat(altered(at % GOOD.length, by).holds()).isFalse();
    }

    @Property(tries = 200)
    void anyByteRemovedOrDuplicated_isFound(@ForAll @IntRange(min = 0, max = 1 << 20) int at, @ForAll boolean doubled) {
        int cut = at % GOOD.length;
        int on = doubled ? cut : cut + 1;
        byte[] other = new byte[(doubled ? cut + 1 : cut) + GOOD.length - on];
        System.arraycopy(GOOD, 0, other, 0, cut);
        if (doubled) {
            other[cut] = GOOD[cut];
        }
        System.arraycopy(GOOD, on, other, other.length - (GOOD.length - on), GOOD.length - on);
        assertThat(Verification.of(other, null, Trust.none()).holds()).isFalse();
    }

    private static Outcome altered(int at, int by) {
        byte[] other = GOOD.clone();
        other[at] ^= (byte) by;
        return Verification.of(other, null, Trust.none());
    }
}
