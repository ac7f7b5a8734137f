package org.dutyledger.ledger.fault;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A wire from drivers to a MongoDB with a chosen fault for each request. It knows the frames of the wire
 * protocol (four bytes of length, little endian, first), so that it can lose exactly a reply, cut in the middle of a
 * frame, and deliver a request long after its sender has gone.
 */
public final class FaultyWire implements AutoCloseable {
    private static final int MOST = 64 << 20;

    /** What may happen to a request. */
    public enum Fault {
        NONE,
        /** It passes late, whether its sender still waits or not. */
        LATE_REQUEST,
        /** It passes; its reply arrives late. */
        LATE_REPLY,
        /** It passes; its reply is lost and the connection broken. */
        LOST_REPLY,
        /** It passes; its reply is lost and the connection stays. */
        SILENT_REPLY,
        /** It is cut in its middle and the connection broken. */
        CUT_REQUEST,
        /** It passes; its reply is cut in its middle and the connection broken. */
        CUT_REPLY,
        /** It is dropped and the connection stays: half-open. */
        SWALLOWED
    }

    private final InetSocketAddress target;
    private final int port;
    private final Supplier<Fault> faults;
    private final long lateNanos;
    private final Map<Fault, LongAdder> happened = new EnumMap<>(Fault.class);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket acceptor;

    /**
     * A wire to a port of this machine.
     *
     * @param faults asked for each request
     * @param lateNanos delay of everything that is delivered late
     */
    public FaultyWire(int targetPort, Supplier<Fault> faults, long lateNanos) throws IOException {
        this.target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
        this.faults = faults;
        this.lateNanos = lateNanos;
        for (Fault fault : Fault.values()) {
            happened.put(fault, new LongAdder());
        }
        this.acceptor = listen(0);
        this.port = acceptor.getLocalPort();
    }

    public String host() {
        return "127.0.0.1:" + port;
    }

    /** How often each fault happened. */
    public Map<Fault, LongAdder> happened() {
        return happened;
    }

    /** Breaks every connection and refuses new ones. */
    public void refuse() {
        closeQuietly(acceptor);
        open.forEach(FaultyWire::closeQuietly);
    }

    /** Takes connections again. */
    public void admit() throws IOException {
        acceptor = listen(port);
    }

    @Override
    public void close() {
        refuse();
    }

    private ServerSocket listen(int at) throws IOException {
        ServerSocket listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
        run("wire-acceptor", () -> accept(listening));
        return listening;
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                connect(client);
            } catch (IOException e) {
                // refused: the loop ends with the acceptor
            }
        }
    }

    private void connect(Socket client) {
        try {
            Line line = new Line(client, new Socket(target.getAddress(), target.getPort()));
            run("wire-up", line::requests);
            run("wire-down", line::replies);
        } catch (IOException e) {
            closeQuietly(client);
        }
    }

    /** One connection, in both directions. */
    private final class Line {
        private final Socket client;
        private final Socket server;
        private volatile Fault ofNextReply = Fault.NONE;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
            open.add(client);
            open.add(server);
        }

        void requests() {
            try (client;
                    server) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                OutputStream out = server.getOutputStream();
                while (true) {
                    byte[] request = frame(in);
                    Fault fault = faults.get();
                    happened.get(fault).increment();
                    ofNextReply = fault;
                    if (fault == Fault.LATE_REQUEST) {
                        LockSupport.parkNanos(lateNanos);
                    } else if (fault == Fault.CUT_REQUEST) {
                        out.write(request, 0, request.length / 2);
                        return;
                    }
                    if (fault != Fault.SWALLOWED) {
                        out.write(request);
                    }
                }
            } catch (IOException e) {
                // one side is closed, so the other is closed too
            }
            forget();
        }

        void replies() {
            try (client;
                    server) {
                DataInputStream in = new DataInputStream(server.getInputStream());
                OutputStream out = client.getOutputStream();
                while (true) {
                    byte[] reply = frame(in);
                    Fault fault = ofNextReply;
                    if (fault == Fault.LOST_REPLY) {
                        return;
                    } else if (fault == Fault.CUT_REPLY) {
                        out.write(reply, 0, reply.length / 2);
                        return;
                    } else if (fault == Fault.LATE_REPLY) {
                        LockSupport.parkNanos(lateNanos);
                    }
                    if (fault != Fault.SILENT_REPLY) {
                        out.write(reply);
                    }
                }
            } catch (IOException e) {
                // one side is closed, so the other is closed too
            }
            forget();
        }

        private void forget() {
            open.remove(client);
            open.remove(server);
        }
    }

    private static byte[] frame(DataInputStream in) throws IOException {
        int length = Integer.reverseBytes(in.readInt());
        if (length < 16 || length > MOST) {
            throw new EOFException("no frame of MongoDB's protocol");
        }
        byte[] frame = new byte[length];
        for (int i = 0; i < 4; i++) {
            frame[i] = (byte) (length >> 8 * i);
        }
        in.readFully(frame, 4, length - 4);
        return frame;
    }

    private static void run(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            // it is gone already
        }
    }
}
