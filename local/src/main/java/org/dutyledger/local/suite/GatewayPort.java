package org.dutyledger.local.suite;

import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.dutyledger.local.machine.BackendException;
import org.dutyledger.local.machine.FreePort;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/**
 * Where the gateway listens.
 *
 * <p>Between choosing a port and listening on it another process may take it. Then any free one will do, unless the
 * user asked for the very port: a proxy or a bookmark may point there.
 *
 * @param requested 0 for any
 */
public record GatewayPort(int requested, boolean only) {
    private static final int ATTEMPTS = 5;

    /** Any free port. */
    public static final GatewayPort ANY = preferably(0);

    /** This port where it is free, else another. */
    public static GatewayPort preferably(int port) {
        return new GatewayPort(port, false);
    }

    /** This port and no other; 0 for any. */
    public static GatewayPort exactly(int port) {
        return new GatewayPort(port, port != 0);
    }

    /**
     * A port that was free a moment ago.
     *
     * @param notice is given a line when it is another than the requested one
     * @throws BackendException when the only requested one is taken
     */
    int choose(Consumer<String> notice) {
        int chosen = FreePort.preferably(requested);
        if (only && chosen != requested) {
            throw taken(null);
        }
        if (requested != 0 && chosen != requested) {
            notice.accept("port " + requested + " is taken; the suite listens on port " + chosen);
        }
        return chosen;
    }

    /** Starts something that listens on {@code first}, on another port where that was taken meanwhile. */
    <T> T listen(int first, IntFunction<T> start) {
        int port = first;
        for (int attempt = 1; ; attempt++) {
            try {
                return start.apply(port);
            } catch (RuntimeException e) {
                if (!portInUse(e) || attempt == ATTEMPTS) {
                    throw e;
                }
                if (only) {
                    throw taken(e);
                }
                port = FreePort.any();
            }
        }
    }

    private BackendException taken(@Nullable Throwable cause) {
        return new BackendException("port " + requested + " is taken; without --port a free one is chosen", cause);
    }

    private static boolean portInUse(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof PortInUseException) {
                return true;
            }
        }
        return false;
    }
}
