package org.dutyledger.ledger.backend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a server that may be killed and come back. It is below the range for outgoing connections: one of these
 * could take the port while its server is down, or even connect to itself there.
 */
public final class LastingPort {
    private static final int FROM = 20_000;
    private static final int TO = 32_000;

    private LastingPort() {}

    public static int any() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FROM, TO);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                // taken: try another one
            }
        }
    }
}
