package org.dutyledger.benchmarks.suite;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One keep-alive HTTP/1.1 connection, used by one thread. A general client costs as much of two cores as what it is to
 * measure; this one only knows what the services answer.
 */
final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final String host;
    private final String token;

    Connection(URI service, String token) throws IOException {
        this.socket = new Socket(service.getHost(), service.getPort());
        this.socket.setTcpNoDelay(true);
        this.socket.setSoTimeout(30_000);
        this.in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
        this.host = service.getAuthority();
        this.token = token;
    }

    record Answer(int status, String body) {
        /** A member of the answer's outermost object that is a number or a text without escapes. */
        String member(String name) {
            int at = body.indexOf('"' + name + "\":");
            if (at < 0) {
                throw new IllegalStateException("no " + name + " in " + body);
            }
            int from = at + name.length() + 3;
            boolean quoted = body.charAt(from) == '"';
            int start = quoted ? from + 1 : from;
            int end = start;
            while (quoted ? body.charAt(end) != '"' : Character.isDigit(body.charAt(end))) {
                end++;
            }
            return body.substring(start, end);
        }
    }

    Answer send(String method, String path, String key, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + token
                + "\r\nIdempotency-Key: " + key + "\r\nContent-Type: application/json\r\nContent-Length: "
                + content.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[start.length + content.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        socket.getOutputStream().write(all);
        return read();
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        if (length < 0) {
            throw new IOException("an answer without length, status " + status);
        }
        return new Answer(status, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
