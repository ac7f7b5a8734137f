package org.dutyledger.submission.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to a server that can be cut and mended: cut, connections break and new ones are refused. */
final class CuttableProxy implements AutoCloseable {
    private final String targetHost;
    private final int targetPort;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;

    CuttableProxy(String target) {
        this.targetHost = target.substring(0, target.indexOf(':'));
        this.targetPort = Integer.parseInt(target.substring(target.indexOf(':') + 1));
        this.port = Backends.freePort();
        mend();
    }

    String host() {
        return "127.0.0.1:" + port;
    }

    void mend() {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress("127.0.0.1", port));
            door = listening;
            run("proxy-door", () -> accept(listening));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void cut() {
        closeQuietly(door);
        open.forEach(CuttableProxy::closeQuietly);
        open.clear();
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(targetHost, targetPort);
                open.add(client);
                open.add(server);
                run("proxy-up", () -> pump(client, server));
                run("proxy-down", () -> pump(server, client));
            } catch (IOException e) {
                // cut: the loop ends with the door
            }
        }
    }

    private void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // one side is gone; take the other with it
        }
        closeQuietly(from);
        closeQuietly(to);
        open.remove(from);
        open.remove(to);
    }

    private static void run(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // it is gone already
        }
    }

    @Override
    public void close() {
        cut();
    }
}
