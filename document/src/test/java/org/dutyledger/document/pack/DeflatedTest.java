package org.dutyledger.document.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Any inflater gives the bytes back, and the packed bytes never change. */
class DeflatedTest {

    @Property
    void anyBytes_comeBack(@ForAll @Size(max = 400) byte[] bytes) throws DataFormatException {
        assertThat(inflated(Deflated.of(bytes))).isEqualTo(bytes);
    }

    @Property(tries = 50)
    void repetitiveBytes_ofAnyLength_comeBack(@ForAll long seed) throws DataFormatException {
        Random random = new Random(seed);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] piece = new byte[1 + random.nextInt(600)];
        while (bytes.size() < 100_000) {
            random.nextBytes(piece);
            // runs longer than the longest match, and matches from just inside and outside of the window
            int times = 1 + random.nextInt(3);
            for (int i = 0; i < times; i++) {
                bytes.write(piece, 0, 1 + random.nextInt(piece.length));
            }
            if (bytes.size() > 33_000 && random.nextInt(4) == 0) {
                int back = 32_000 + random.nextInt(1_000);
                byte[] so = bytes.toByteArray();
                bytes.write(so, so.length - back, 300);
            }
        }
        assertThat(inflated(Deflated.of(bytes.toByteArray()))).isEqualTo(bytes.toByteArray());
    }

    @Test
    void markup_isPackedToAFraction() {
        byte[] row =
                "<w:tc><w:tcPr><w:tcW w:w=\"860\" w:type=\"dxa\"/></w:tcPr></w:tc>".getBytes(StandardCharsets.UTF_8);
        byte[] rows = new byte[1000 * row.length];
        for (int i = 0; i < 1000; i++) {
            System.arraycopy(row, 0, rows, i * row.length, row.length);
        }
        assertThat(Deflated.of(rows).length).isLessThan(rows.length / 30);
    }

    /** Reports are made again byte for byte years later. */
    @Test
    void packedBytes_areFixed() {
        byte[] text = "履职账本 履职账本 履职账本, 1 22 333 4444 4444 4444".getBytes(StandardCharsets.UTF_8);
        assertThat(HexFormat.of().formatHex(Deflated.of(text)))
                .isEqualTo("7bba71e98bc69e175b963d9bb34601274747c150c1c848c1d8d858c1c4c4c404410000");
        assertThat(Deflated.of(new byte[0])).containsExactly(3, 0);
    }

    private static byte[] inflated(byte[] packed) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            // the documentation asks for one byte more where there is no header
            inflater.setInput(Arrays.copyOf(packed, packed.length + 1));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[1 << 14];
            while (!inflater.finished()) {
                int n = inflater.inflate(chunk);
                assertThat(n > 0 || inflater.finished()).isTrue();
                out.write(chunk, 0, n);
            }
            assertThat(inflater.getBytesRead()).isEqualTo(packed.length);
            return out.toByteArray();
        } finally {
            inflater.end();
        }
    }
}
