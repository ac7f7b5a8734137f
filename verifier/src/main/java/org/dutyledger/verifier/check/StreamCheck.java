package org.dutyledger.verifier.check;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dutyledger.events.Streams;
import org.dutyledger.indicators.Framework;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.tree.StreamsRoot;
import org.dutyledger.verifier.bundle.Bundle;
import org.dutyledger.verifier.bundle.ListedStream;
import org.dutyledger.verifier.bundle.ProvenEvent;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.finding.Text;
import org.dutyledger.verifier.json.MalformedJsonException;

/** Whether every stream of the cycle is present, from its first event to the last one before the report. */
public final class StreamCheck {
    private final Map<String, Long> next = new HashMap<>();
    private final Map<String, String> lastLeaf = new HashMap<>();
    private final Issue issue;

    private StreamCheck(Issue issue) {
        this.issue = issue;
    }

    /**
     * Checks the streams against the events, and their root against the issued event.
     *
     * @param events those of the bundle's evidence, in order
     * @throws DoesNotHold naming the first event that is missing or too many
     */
    public static Text of(Bundle bundle, Issue issue, List<Envelope> events) {
        StreamCheck check = new StreamCheck(issue);
        bundle.streams().forEach(s -> check.next.put(s.stream(), 0L));
        for (int i = 0; i < events.size(); i++) {
            check.take(events.get(i), bundle.evidence().get(i));
        }
        bundle.streams().forEach(check::ends);
        check.requireRoot(bundle.streams());
        requireCommits(events);
        return Text.of(
                "周期 %s 的 %s 个序列完整，无缺失、无多余，与签发时记录的一致",
                "the %2$s streams of cycle %1$s are whole: nothing missing, nothing added since the report was issued",
                issue.cycle(),
                bundle.streams().size());
    }

    private void take(Envelope event, ProvenEvent proven) {
        Long expected = next.get(event.stream());
        if (expected == null || !isOfCycle(event) || event.position() > issue.upToPosition()) {
            throw broken("%s不属于这份报告", "%s does not belong to this report", event.describe());
        }
        if (event.sequence() != expected) {
            throw broken(
                    "%s之前缺少同一序列的第 %s 条", "before %s, place %s of its stream is missing", event.describe(), expected);
        }
        next.put(event.stream(), expected + 1);
        lastLeaf.put(event.stream(), HexFormat.of().formatHex(CommitHash.leaf(proven.data())));
    }

    private void ends(ListedStream stream) {
        long found = next.getOrDefault(stream.stream(), 0L);
        if (found != stream.length()) {
            throw broken(
                    "序列 %s 应有 %s 条事件，实有 %s 条",
                    "stream %s must have %s events, but has %s", stream.stream(), stream.length(), found);
        }
        if (!stream.lastLeaf().equals(lastLeaf.get(stream.stream()))) {
            throw broken(
                    "序列 %s 的最后一条事件不是所列的那一条",
                    "the last event of stream %s is not the one that is listed", stream.stream());
        }
    }

    private void requireRoot(List<ListedStream> streams) {
        String root = StreamsRoot.hex(streams.stream()
                .map(s -> new StreamsRoot.End(s.stream(), s.length(), s.lastLeaf()))
                .toList());
        if (!root.equals(issue.streamsRoot())) {
            throw new DoesNotHold(
                    Code.STREAMS_ROOT,
                    "所列序列不是签发时的全部：根为 %s，%s记录的是 %s；有序列或其结尾被删去或添加",
                    "the streams are not all that there were at the issue: their root is %s, but %s recorded %s",
                    root,
                    issue.event().describe(),
                    issue.streamsRoot());
        }
    }

    /**
     * Checks that the streams are those of the cycle and of every indicator and section of its framework. Opening a cycle
     * opens all of them; the streams root alone would not show a stream that was left out before the root was made.
     *
     * @throws DoesNotHold naming the first stream that is missing or too many
     */
    public static void requireHolders(Bundle bundle, Issue issue, Framework framework) {
        List<String> listed =
                bundle.streams().stream().map(ListedStream::stream).toList();
        Set<String> opened = new LinkedHashSet<>(List.of(Streams.cycle(issue.cycle())));
        framework.holders().forEach(holder -> opened.add(Streams.evidence(issue.cycle(), holder.id())));
        for (String stream : opened) {
            if (!listed.contains(stream)) {
                throw broken(
                        "缺少序列 %s：周期按指标体系开启了它，却被整个隐去",
                        "stream %s is missing: the cycle opened it for the framework, and it was left out as a whole",
                        stream);
            }
        }
        for (String stream : listed) {
            if (!opened.contains(stream)) {
                throw broken(
                        "序列 %s 多余：指标体系没有与之对应的指标或章节",
                        "stream %s is too many: the framework has no such indicator or section", stream);
            }
        }
    }

    /**
     * Finds events that were left out before the root was made. Opening and closing a cycle touch all its streams in one
     * commit, and a submission those of its items: what is left out leaves a gap there.
     */
    private static void requireCommits(List<Envelope> events) {
        Map<String, Envelope> last = new HashMap<>();
        for (Envelope event : events) {
            Envelope before = last.put(event.commit(), event);
            if (before != null && before.position() + 1 != event.position()) {
                throw broken(
                        "%s之前缺少同一次提交的事件：有序列被整个隐去",
                        "before %s, events of the same commit are missing: a stream was left out as a whole",
                        event.describe());
            }
        }
    }

    /** Stream and content must name the same cycle and holder, and only the first event of a cycle opens it. */
    private boolean isOfCycle(Envelope event) {
        String own = Streams.cycle(issue.cycle());
        boolean first = event.stream().equals(own) && event.sequence() == 0;
        String stream =
                event.payload().has("indicator") ? "evidence/" + issue.cycle() + "/" + text(event, "indicator") : own;
        return event.stream().equals(stream)
                && text(event, "cycle").equals(issue.cycle())
                && event.is("cycle.opened") == first;
    }

    private static String text(Envelope event, String member) {
        try {
            return event.payload().has(member) ? event.payload().text(member) : "";
        } catch (MalformedJsonException noText) {
            return "";
        }
    }

    private static DoesNotHold broken(String zh, String en, Object... arguments) {
        return new DoesNotHold(Code.STREAM_NOT_WHOLE, zh, en, arguments);
    }
}
