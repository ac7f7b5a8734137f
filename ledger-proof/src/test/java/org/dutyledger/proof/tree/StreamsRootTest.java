package org.dutyledger.proof.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dutyledger.proof.tree.StreamsRoot.End;
import org.junit.jupiter.api.Test;

class StreamsRootTest {
    private static final String LEAF = "ab".repeat(32);

    @Test
    void theFormula_isThatOfTheReadme() throws Exception {
        byte[] cycle = sha256(new byte[] {0}, ("cycle/c\n3\n" + LEAF + "\n").getBytes(UTF_8));
        byte[] one = sha256(new byte[] {0}, ("evidence/c/1\n12\n" + "01".repeat(32) + "\n").getBytes(UTF_8));
        byte[] zh = sha256(new byte[] {0}, ("evidence/c/附\n1\n" + LEAF + "\n").getBytes(UTF_8));
        byte[] expected = sha256(new byte[] {1}, sha256(new byte[] {1}, cycle, one), zh);
        List<End> ends = List.of(
                new End("evidence/c/附", 1, LEAF),
                new End("cycle/c", 3, LEAF),
                new End("evidence/c/1", 12, "01".repeat(32)));
        assertThat(StreamsRoot.of(ends)).isEqualTo(expected);
        assertThat(StreamsRoot.hex(ends)).isEqualTo(HexFormat.of().formatHex(expected));
    }

    @Test
    void ofNoStream_itIsTheEmptyTree() throws Exception {
        assertThat(StreamsRoot.of(List.of())).isEqualTo(sha256());
    }

    @Test
    void theOrder_isThatOfBytes_notOfCharacters() {
        // U+FF5E sorts after U+1F600 in UTF-16 and before it in UTF-8
        assertThat("\uFF5E".compareTo("\uD83D\uDE00")).isPositive();
        assertThat(StreamsRoot.ORDER.compare("\uFF5E", "\uD83D\uDE00")).isNegative();
        assertThat(StreamsRoot.ORDER.compare("a", "ab")).isNegative();
    }

    @Test
    void notAnEnd_isRefused() {
        assertThatThrownBy(() -> new End("a", 0, LEAF)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new End("a", 1, LEAF.toUpperCase(java.util.Locale.ROOT)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StreamsRoot.of(List.of(new End("a", 1, LEAF), new End("a", 2, LEAF))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a'");
    }

    @Property(tries = 200)
    void anyChange_changesTheRoot_onlyTheOrderDoesNot(
            @ForAll @IntRange(min = 1, max = 40) int streams, @ForAll Random random) {
        List<End> ends = new ArrayList<>();
        for (int i = 0; i < streams; i++) {
            ends.add(new End("s" + i, 1 + random.nextInt(9), LEAF));
        }
        String root = StreamsRoot.hex(ends);
        int at = random.nextInt(streams);
        End old = ends.get(at);
        List<List<End>> altered = List.of(
                with(ends, at, new End(old.stream() + "x", old.length(), LEAF)),
                with(ends, at, new End(old.stream(), old.length() + 1, LEAF)),
                with(ends, at, new End(old.stream(), old.length(), "ac" + LEAF.substring(2))),
                with(ends, streams, new End("more", 1, LEAF)));
        altered.forEach(other -> assertThat(StreamsRoot.hex(other)).isNotEqualTo(root));
        ends.remove(at);
        assertThat(StreamsRoot.hex(ends)).isNotEqualTo(root);
        ends.add(old);
        Collections.shuffle(ends, random);
        assertThat(StreamsRoot.hex(ends)).isEqualTo(root);
    }

    private static List<End> with(List<End> ends, int at, End other) {
        List<End> altered = new ArrayList<>(ends);
        if (at == ends.size()) {
            altered.add(other);
        } else {
            altered.set(at, other);
        }
        return altered;
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
    }
}
