package org.dutyledger.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortTest {
    @Test
    void freePort_isTakenAsRequested() {
        int port = FreePort.any();
        assertThat(FreePort.preferably(port)).isEqualTo(port);
    }

    @Test
    void takenPort_isReplaced() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePort.preferably(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void noRequest_isAnyPort() {
        assertThat(FreePort.preferably(0)).isPositive();
    }
}
