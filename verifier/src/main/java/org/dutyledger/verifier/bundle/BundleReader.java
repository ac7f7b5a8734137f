package org.dutyledger.verifier.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dutyledger.proof.note.ExactBase64;
import org.dutyledger.proof.note.MalformedNoteException;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.json.Json;
import org.dutyledger.verifier.json.JsonObject;
import org.dutyledger.verifier.json.MalformedJsonException;

/**
 * Reads a bundle from its one spelling, so that no byte of the file is without meaning: what is altered is either refused
 * here or means something else, and then a hash or signature does not fit.
 */
public final class BundleReader {
    /** Longest file that is read. */
    public static final int MAX_BYTES = 1 << 26;

    /** Most events, the one that issued the report included. */
    static final int MAX_EVENTS = 20_001;

    private static final int HASH = 32;
    private static final int LONGEST_PATH = 63;

    private BundleReader() {}

    /**
     * Reads a file.
     *
     * @throws DoesNotHold when it is not a bundle in its canonical spelling
     */
    public static Bundle read(byte[] file) {
        if (file.length == 0) {
            throw malformed("文件是空的", "the file is empty");
        }
        if (file.length > MAX_BYTES) {
            throw malformed("文件超过 %s 字节", "the file is longer than %s bytes", MAX_BYTES);
        }
        try {
            Bundle bundle = bundle(Json.object(file));
            int other = Arrays.mismatch(file, bundle.bytes());
            if (other >= 0) {
                throw malformed("第 %s 字节起不是规定的写法", "from byte %s on it is not spelled as it must be", other);
            }
            return bundle;
        } catch (MalformedJsonException e) {
            throw malformed("这不是证明包：%s", "this is not a proof bundle: %s", e.text());
        } catch (MalformedNoteException e) {
            throw malformed("Base64 写法不对：%s", "wrong Base64: %s", String.valueOf(e.getMessage()));
        }
    }

    private static Bundle bundle(JsonObject json) {
        if (json.has("format") && json.text("format").equals(Bundle.EARLIER_FORMAT)) {
            throw malformed(
                    "这是早先格式 %s 的证明包，不含指标体系，无法重新计算；请重新获取报告的证明",
                    "this is a bundle of the earlier format %s, which holds no framework, so that nothing can be computed"
                            + " again; ask for a new proof of the report",
                    Bundle.EARLIER_FORMAT);
        }
        json.only("format", "checkpoint", "key", "issued", "streams", "events", "framework", "model");
        if (!json.text("format").equals(Bundle.FORMAT)) {
            throw malformed("未知的格式“%s”", "the format '%s' is not known", json.text("format"));
        }
        Bundle bundle = new Bundle(
                json.text("checkpoint"),
                ExactBase64.decode(json.text("key")),
                json.position("issued"),
                json.objects("streams").stream().map(BundleReader::stream).toList(),
                json.objects("events").stream().map(BundleReader::event).toList(),
                ExactBase64.decode(json.text("framework")),
                ExactBase64.decode(json.text("model")));
        requireOrder(bundle);
        return bundle;
    }

    private static ListedStream stream(JsonObject json) {
        json.only("stream", "length", "lastLeaf");
        String leaf = json.text("lastLeaf");
        if (!leaf.matches("[0-9a-f]{64}")) {
            throw malformed("“%s”不是哈希", "'%s' is not a hash", leaf);
        }
        return new ListedStream(json.text("stream"), json.position("length"), leaf);
    }

    private static ProvenEvent event(JsonObject json) {
        json.only("position", "d", "path");
        List<byte[]> path = new ArrayList<>();
        for (String hash : json.texts("path")) {
            path.add(ExactBase64.decode(hash));
        }
        long position = json.position("position");
        if (path.size() > LONGEST_PATH || path.stream().anyMatch(h -> h.length != HASH)) {
            throw malformed("序号 %s 的路径不是哈希的序列", "the path of position %s is not a list of hashes", position);
        }
        return new ProvenEvent(position, ExactBase64.decode(json.text("d")), path);
    }

    private static void requireOrder(Bundle bundle) {
        if (bundle.streams().isEmpty()
                || bundle.events().isEmpty()
                || bundle.events().size() > MAX_EVENTS) {
            throw malformed(
                    "序列为 %s 个、事件为 %s 条；至少各一，事件至多 %s 条",
                    "there are %s streams and %s events; there must be one at least, and %s events at most",
                    bundle.streams().size(),
                    bundle.events().size(),
                    MAX_EVENTS);
        }
        for (int i = 1; i < bundle.streams().size(); i++) {
            String stream = bundle.streams().get(i).stream();
            if (Arrays.compareUnsigned(utf8(bundle.streams().get(i - 1).stream()), utf8(stream)) >= 0) {
                throw malformed("序列 %s 的次序不对", "the stream %s is out of order", stream);
            }
        }
        for (int i = 1; i < bundle.events().size(); i++) {
            long position = bundle.events().get(i).position();
            if (bundle.events().get(i - 1).position() >= position) {
                throw malformed("序号 %s 的事件次序不对", "the event of position %s is out of order", position);
            }
        }
        if (bundle.issue().position() != bundle.issued()) {
            throw malformed(
                    "最后一条事件的序号是 %s，签发事件的序号却是 %s",
                    "the last event has position %s, but the report was issued at %s",
                    bundle.issue().position(),
                    bundle.issued());
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static DoesNotHold malformed(String zh, String en, Object... arguments) {
        return new DoesNotHold(Code.BUNDLE_FORM, zh, en, arguments);
    }
}
