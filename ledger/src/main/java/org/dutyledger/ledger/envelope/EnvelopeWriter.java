package org.dutyledger.ledger.envelope;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes an envelope in its one canonical form: keys in code-unit order, no white space. */
final class EnvelopeWriter {
    /** Marks a payload that is not JSON and is therefore written in Base64. */
    static final String BINARY = "application/octet-stream";

    private EnvelopeWriter() {}

    static byte[] write(EventEnvelope e) {
        boolean json = PayloadForm.isJson(e.payload());
        StringBuilder head = new StringBuilder(256).append('{');
        member(head, "aggregate", e.aggregate());
        member(head, "aggregateType", e.aggregateType());
        member(head, "commit", e.commit());
        member(head, "contentType", json ? null : BINARY);
        member(head, "id", e.id());
        key(head, "meta").append('{');
        for (Map.Entry<String, String> entry : new TreeMap<>(e.meta()).entrySet()) {
            member(head, entry.getKey(), entry.getValue());
        }
        key(head.append('}'), "payload");

        StringBuilder tail = new StringBuilder(96);
        member(tail, "revision", e.revision());
        member(tail, "seq", Long.toString(e.seq()));
        member(tail, "ts", e.ts().toString());
        member(tail, "type", e.type());
        tail.append('}');

        return join(head, json ? e.payload() : base64(e.payload()), tail);
    }

    private static byte[] base64(byte[] payload) {
        String text = '"' + Base64.getEncoder().encodeToString(payload) + '"';
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(CharSequence head, byte[] payload, CharSequence tail) {
        byte[] before = head.toString().getBytes(StandardCharsets.UTF_8);
        byte[] after = tail.toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[before.length + payload.length + after.length];
        System.arraycopy(before, 0, all, 0, before.length);
        System.arraycopy(payload, 0, all, before.length, payload.length);
        System.arraycopy(after, 0, all, before.length + payload.length, after.length);
        return all;
    }

    private static void member(StringBuilder out, String key, @Nullable String value) {
        if (value != null) {
            CanonicalText.append(key(out, key), value);
        }
    }

    /** Appends the key and, unless it is the first of its object, the comma before it. */
    private static StringBuilder key(StringBuilder out, String key) {
        if (out.length() == 0 || out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        CanonicalText.append(out, key);
        return out.append(':');
    }
}
