package org.dutyledger.submission.audit;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.dutyledger.kit.Problem;
import org.dutyledger.submission.MemoryService;
import org.dutyledger.submission.intake.request.ReviewRequest;
import org.dutyledger.submission.intake.request.StrictJson;

/** What may happen in a cycle: submissions, corrections, withdrawals, files and reviews of two organisations. */
public final class RandomCycle {
    private RandomCycle() {}

    /** One request. */
    public record Act(String kind, String item, String value, String day) {
        /** Does it, if it is allowed; a refused one changes nothing. */
        public void on(MemoryService service, String key) {
            try {
                if (kind.equals("accept") || kind.equals("return")) {
                    service.accept(review(), key);
                } else {
                    service.submit(key, request());
                }
            } catch (Problem refused) {
                // most random acts are not allowed; those that are make the history
            }
        }

        private ReviewRequest review() {
            String body = "{\"items\":[{\"item\":\"" + item + "\",\"organisation\":\"czj\",\"decision\":\"" + kind
                    + "\",\"reason\":\"查\"}]}";
            return StrictJson.read(body.getBytes(StandardCharsets.UTF_8), ReviewRequest.Body.class)
                    .in("c");
        }

        private String request() {
            if (kind.equals("withdraw")) {
                return "{\"action\":\"withdraw\",\"item\":\"" + item + "\",\"reason\":\"口径\"}";
            }
            if (kind.equals("file")) {
                return "{\"action\":\"submit\",\"type\":\"evidence\",\"item\":\"" + item + "\",\"sha256\":\""
                        + "a".repeat(64) + "\",\"fileName\":\"x.pdf\",\"mediaType\":\"application/pdf\",\"size\":3}";
            }
            String reason = kind.equals("correct") ? ",\"reason\":\"核实\"" : "";
            String body = item.equals("document")
                    ? "\"type\":\"fact\",\"text\":\"某文件" + value + "\""
                    : "\"type\":\"figure\",\"value\":\"" + value + "\",\"unit\":\""
                            + (item.equals("budget") ? "亿元" : "所") + "\"" + day;
            return "{\"action\":\"" + kind + "\",\"item\":\"" + item + "\"," + body + reason + "}";
        }
    }

    public static Arbitrary<Act> acts() {
        return Combinators.combine(
                        Arbitraries.of(
                                "submit",
                                "submit",
                                "correct",
                                "correct",
                                "correct",
                                "withdraw",
                                "file",
                                "accept",
                                "return"),
                        Arbitraries.of("budget", "schools", "document"),
                        Arbitraries.of("1", "2", "3"),
                        Arbitraries.of("", ",\"asOf\":\"2021-06-30\"", ",\"asOf\":\"2021-12-31\""))
                .as(Act::new);
    }
}
