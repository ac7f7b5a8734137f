package org.dutyledger.local.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds free ports of the loopback interface. */
public final class FreePort {
    private static final int FROM = 11_000; // browsers refuse 10080
    private static final int TO = 20_000;
    private static final int MOST_TRIES = 1_000;

    private FreePort() {}

    /**
     * A port that was free a moment ago. It is below those that the system gives to outgoing connections: one of these could
     * take it before it is used.
     */
    public static int any() {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FROM, TO);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port between " + FROM + " and " + TO + " was free");
    }

    /** The requested port if it is free, else any free one. */
    public static int preferably(int requested) {
        return requested > 0 && isFree(requested) ? requested : any();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
