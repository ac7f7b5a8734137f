package org.dutyledger.report.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JsonObjectExtenderTest {
    private final JsonObjectExtender more =
            new JsonObjectExtender("\"a\":1,".getBytes(UTF_8), ",\"z\":2".getBytes(UTF_8));

    @Test
    void howeverTheObjectIsCut_theResultIsTheSame() {
        byte[] object = "{\"m\":{\"值\":\"}\"}}".getBytes(UTF_8);
        for (int first = 0; first <= object.length; first++) {
            for (int second = first; second <= object.length; second++) {
                JsonObjectExtender fresh =
                        new JsonObjectExtender("\"a\":1,".getBytes(UTF_8), ",\"z\":2".getBytes(UTF_8));
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                out.writeBytes(fresh.next(Arrays.copyOfRange(object, 0, first)));
                out.writeBytes(fresh.next(Arrays.copyOfRange(object, first, second)));
                out.writeBytes(fresh.next(Arrays.copyOfRange(object, second, object.length)));
                out.writeBytes(fresh.end());
                assertThat(out.toString(UTF_8)).isEqualTo("{\"a\":1,\"m\":{\"值\":\"}\"},\"z\":2}");
            }
        }
    }

    @Test
    void notAnObjectOrIncomplete_isAnError() {
        assertThatThrownBy(() -> more.next("[".getBytes(UTF_8))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(more::end).isInstanceOf(IllegalStateException.class);
        JsonObjectExtender cut = new JsonObjectExtender(new byte[0], new byte[0]);
        cut.next("{\"m\":[".getBytes(UTF_8));
        assertThatThrownBy(cut::end).hasMessage("the proof breaks off");
    }
}
