package org.dutyledger.proof.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dutyledger.proof.note.MalformedNoteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    /** The example of the C2SP page. */
    @Test
    void theExampleOfTheStandard_isReadAndWrittenTheSame() {
        String example = """
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
                """;
        Checkpoint checkpoint = Checkpoint.parse(example);
        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20852163);
        assertThat(checkpoint.text()).isEqualTo(example);
        assertThat(Checkpoint.parse(example + "an extension line\n").text()).isEqualTo(example);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\n1\n", "a\n01\nAA==\n", "a\n1\nAA==\n", "a b\n1\n", "a\n-1\n", "a\n1\n\nx\n"})
    void notACheckpoint_isRefused(String checkpoint) {
        assertThatThrownBy(() -> Checkpoint.parse(checkpoint)).isInstanceOf(MalformedNoteException.class);
    }
}
