package org.dutyledger.verifier.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A proof bundle; nothing in it is trusted.
 *
 * @param checkpoint the signed note
 * @param key X.509 form of the key that signed it
 * @param issued position of the event that issued the report
 * @param streams every stream of the cycle, in the order of their UTF-8 bytes
 * @param events their events, in the order of positions, and last the one that issued the report
 * @param framework bytes of the framework file
 * @param model canonical bytes of the report model
 */
public record Bundle(
        String checkpoint,
        byte[] key,
        long issued,
        List<ListedStream> streams,
        List<ProvenEvent> events,
        byte[] framework,
        byte[] model) {
    static final String FORMAT = "dutyledger/report-proof@2";

    /** Holds no framework, so that nothing can be computed again. */
    static final String EARLIER_FORMAT = "dutyledger/report-proof@1";

    public Bundle {
        streams = List.copyOf(streams);
        events = List.copyOf(events);
    }

    /** The events of the streams, without the one that issued the report. */
    public List<ProvenEvent> evidence() {
        return events.subList(0, events.size() - 1);
    }

    /** The event that issued the report. */
    public ProvenEvent issue() {
        return events.get(events.size() - 1);
    }

    /** The one spelling of the file: members in this order, no white space, nothing escaped that need not be. */
    public byte[] bytes() {
        StringBuilder out = new StringBuilder(1 << 16).append("{\"format\":");
        quote(out, FORMAT).append(",\"checkpoint\":");
        quote(out, checkpoint).append(",\"key\":\"").append(base64(key));
        out.append("\",\"issued\":\"").append(issued).append("\",\"streams\":[");
        String comma = "";
        for (ListedStream s : streams) {
            out.append(comma).append("{\"stream\":");
            quote(out, s.stream()).append(",\"length\":\"").append(s.length()).append("\",\"lastLeaf\":");
            quote(out, s.lastLeaf()).append('}');
            comma = ",";
        }
        out.append("],\"events\":[");
        comma = "";
        for (ProvenEvent e : events) {
            out.append(comma).append("{\"position\":\"").append(e.position()).append("\",\"d\":\"");
            out.append(base64(e.data())).append("\",\"path\":[");
            out.append(e.path().stream().map(hash -> '"' + base64(hash) + '"').collect(Collectors.joining(",")));
            out.append("]}");
            comma = ",";
        }
        out.append("],\"framework\":\"").append(base64(framework));
        out.append("\",\"model\":\"").append(base64(model)).append("\"}");
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static StringBuilder quote(StringBuilder out, String text) {
        out.append('"');
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", c));
                    } else {
                        out.append((char) c);
                    }
                }
            }
        });
        return out.append('"');
    }
}
