package org.dutyledger.local.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.dutyledger.local.e2e.ChildJvm;
import org.dutyledger.local.machine.FreePort;
import org.dutyledger.local.start.Health;

/** A submission service as a process that is killed and restarted under the same name and address. */
final class ServiceProcess implements AutoCloseable {
    private final Installation installation;
    private final String name;
    private final int port = FreePort.any();
    private ChildJvm process;

    ServiceProcess(Installation installation, String name) {
        this.installation = installation;
        this.name = name;
    }

    /** Does not wait until it answers. */
    void start() {
        process = installation.start(name, port);
    }

    void kill() {
        process.kill();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void awaitHealthy() {
        Awaitility.await(name)
                .pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofMinutes(3))
                .until(() -> {
                    assertThat(process.isAlive()).as(process::lastWords).isTrue();
                    return Health.status(address()) == 200;
                });
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
