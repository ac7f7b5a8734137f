package org.dutyledger.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.local.machine.BackendException;
import org.dutyledger.local.machine.FreePort;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;

class GatewayPortTest {
    private final List<Integer> tried = new ArrayList<>();

    @Test
    void takenBetweenChoosingAndListening_isReplaced() {
        int chosen = FreePort.any();
        int listening = GatewayPort.preferably(chosen).listen(chosen, this::takenAtFirst);
        assertThat(tried).hasSize(2).startsWith(chosen);
        assertThat(listening).isNotEqualTo(chosen).isEqualTo(tried.get(1));
    }

    @Test
    void takenBetweenChoosingAndListening_isRefused_whenTheUserAskedForIt() {
        int chosen = FreePort.any();
        assertThatThrownBy(() -> GatewayPort.exactly(chosen).listen(chosen, this::takenAtFirst))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("port " + chosen + " is taken");
    }

    @Test
    void otherFailure_isNotTriedAgain() {
        assertThatThrownBy(() -> GatewayPort.ANY.listen(1, port -> {
                    tried.add(port);
                    throw new IllegalStateException("no key");
                }))
                .hasMessage("no key");
        assertThat(tried).hasSize(1);
    }

    @Test
    void takenPort_isReplaced_unlessTheUserAskedForIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            List<String> notices = new ArrayList<>();
            int chosen = GatewayPort.preferably(port).choose(notices::add);
            assertThat(chosen).isPositive().isNotEqualTo(port);
            assertThat(notices).containsExactly("port " + port + " is taken; the suite listens on port " + chosen);
            assertThatThrownBy(() -> GatewayPort.exactly(port).choose(notices::add))
                    .hasMessageContaining("without --port");
            assertThat(notices).hasSize(1);
        }
    }

    @Test
    void zero_isAnyPort() {
        assertThat(GatewayPort.exactly(0).choose(notice -> {
                    throw new AssertionError(notice);
                }))
                .isPositive();
    }

    private int takenAtFirst(int port) {
        tried.add(port);
        if (tried.size() == 1) {
            throw new ApplicationContextException("web server", new PortInUseException(port));
        }
        return port;
    }
}
