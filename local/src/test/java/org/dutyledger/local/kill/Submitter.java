package org.dutyledger.local.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.dutyledger.ledger.check.History;
import org.dutyledger.local.kill.ServiceEndpoints.Answer;
import org.dutyledger.local.kill.ServiceEndpoints.Request;

/**
 * One client: an organisation that submits, corrects, repeats itself and is sometimes wrong, in one cycle after the other.
 * It remembers earlier answers, so it knows which answer is right; any other answer is a finding. A request without an
 * answer, or with a "not now", is sent again with the same key, through any endpoint, until it is answered.
 */
final class Submitter implements Runnable {
    private static final int ACTS_IN_A_CYCLE = 40;
    private static final Map<String, String> FIGURES =
            Map.of("city_integrity_model_schools", "所", "bureau_cadres_linked_schools", "位", "golden_cards", "张");

    private final String me;
    private final int group;
    private final SplittableRandom random;
    private final ServiceEndpoints endpoints;
    private final Tokens tokens;
    private final Record record;
    private final StopSignals signals;
    private final List<Request> acknowledged = new ArrayList<>();
    private int counter;

    /** Where a client writes down what happens. */
    record Record(History history, Collection<String> findings) {}

    /** Whether to begin anything new, and whether even what was begun is of no interest any more. */
    record StopSignals(BooleanSupplier stopped, BooleanSupplier abandoned) {}

    /** What it may say who it is. */
    record Tokens(String office, String own) {}

    Submitter(
            String me,
            int group,
            long seed,
            ServiceEndpoints endpoints,
            Tokens tokens,
            Record record,
            StopSignals signals) {
        this.me = me;
        this.group = group;
        this.random = new SplittableRandom(seed);
        this.endpoints = endpoints;
        this.tokens = tokens;
        this.record = record;
        this.signals = signals;
    }

    @Override
    public void run() {
        try {
            for (int number = 0; !signals.stopped.getAsBoolean(); number++) {
                workIn("cycle-" + group + "-" + number, "330602%03d%03d".formatted(group, number));
            }
        } catch (RuntimeException | Error e) {
            record.findings.add(me + " gave up: " + e);
        }
    }

    /** @param jurisdiction of this cycle alone: a jurisdiction has one cycle a year */
    private void workIn(String cycle, String jurisdiction) {
        acknowledged.clear();
        String path = "/api/v1/cycles/" + cycle;
        settle(
                new Request("POST", "/api/v1/cycles", tokens.office, key(), """
                {"cycle":"%s","jurisdiction":"%s","jurisdictionName":"某村","year":2021,
                 "framework":"zhejiang-county-2021"}""".formatted(cycle, jurisdiction)),
                "",
                "CYCLE_EXISTS");
        settle(new Request("PUT", path + "/organisations", tokens.office, key(), """
                {"organisations":[{"organisation":"%s","name":"教体局","roles":["education-bureau"]}]}""".formatted(me)), "");
        settle(submission(path, "submit", List.copyOf(FIGURES.keySet())), "");
        for (int act = 0; act < ACTS_IN_A_CYCLE && !signals.stopped.getAsBoolean(); act++) {
            switch (random.nextInt(8)) {
                case 0 -> settle(submission(path, "submit", someFigures()), "ALREADY_SUBMITTED");
                case 1 -> repeat(acknowledged.get(random.nextInt(acknowledged.size())));
                default -> settle(submission(path, "correct", someFigures()), "");
            }
            pause(150);
        }
    }

    private List<String> someFigures() {
        List<String> some = new ArrayList<>(FIGURES.keySet());
        some.removeIf(figure -> random.nextBoolean());
        return some.isEmpty() ? List.of("golden_cards") : some;
    }

    private Request submission(String path, String action, List<String> figures) {
        counter++;
        List<String> items = figures.stream()
                .map(figure -> """
                        {"action":"%s","type":"figure","item":"%s","value":"%d","unit":"%s"%s}""".formatted(
                                action,
                                figure,
                                counter,
                                FIGURES.get(figure),
                                action.equals("correct") ? ",\"reason\":\"核实后更正\"" : ""))
                .toList();
        String body = "{\"organisation\":\"" + me + "\",\"items\":[" + String.join(",", items) + "]}";
        return new Request("POST", path + "/submissions", tokens.own, key(), body);
    }

    private String key() {
        return me + "." + counter++;
    }

    /** What was acknowledged once is acknowledged again, and nothing is stored. */
    private void repeat(Request request) {
        if (settle(request, "") instanceof Answer.Receipt receipt && !receipt.repeated()) {
            record.findings.add(request + " was stored again: " + receipt);
        }
    }

    /**
     * Sends until the answer is known.
     *
     * @param right code of the refusal that must come, or empty when a receipt must
     * @param alsoRight codes of refusals that may come
     */
    private Answer settle(Request request, String right, String... alsoRight) {
        String stored = (request.token().equals(tokens.office) ? "subject/office" : me) + ":" + request.key();
        while (!signals.abandoned.getAsBoolean()) {
            History.Call call = record.history.begin(stored, null);
            Answer answer = endpoints.send(random.nextInt(endpoints.size()), request, someTime());
            if (answer instanceof Answer.Receipt receipt) {
                call.acknowledged(receipt.first(), receipt.last(), receipt.hash());
                acknowledged.add(request);
                expect(right.isEmpty(), request, answer);
                return answer;
            } else if (answer instanceof Answer.Refused refused) {
                call.refused(refused.code());
                expect(refused.code().equals(right) || List.of(alsoRight).contains(refused.code()), request, answer);
                return answer;
            } else if (answer instanceof Answer.NotNow notNow) {
                call.refused(notNow.why());
                pause(1_000);
            } else {
                call.unknown(answer.toString());
            }
        }
        return new Answer.Unknown("the test is over");
    }

    private void expect(boolean right, Request request, Answer answer) {
        if (!right) {
            record.findings.add(request + " -> " + answer);
        }
    }

    /** Some have little: then the answer is unknown, and the same request is at two endpoints at once. */
    private Duration someTime() {
        return Duration.ofMillis(random.nextInt(12) == 0 ? random.nextInt(5, 200) : 20_000);
    }

    private void pause(int atMostMillis) {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(atMostMillis)).toNanos());
    }
}
