package org.dutyledger.submission.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointSettingsTest {
    @Test
    void aLedgerNamedLikeTheSealOfAnExport_isRefused() {
        assertThatThrownBy(() -> named("dutyledger/ledger/export"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DUTYLEDGER_LEDGER_NAME");
        assertThat(named("dutyledger/exports").ledgerName()).isEqualTo("dutyledger/exports");
    }

    private static CheckpointSettings named(String ledger) {
        return new CheckpointSettings(ledger, "", "", Duration.ofMinutes(1), List.of());
    }
}
