package org.dutyledger.submission.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.dutyledger.events.EvidenceEvent.FigureCorrected;
import org.dutyledger.events.EvidenceEvent.FigureSet;
import org.dutyledger.events.EvidenceEvent.ItemWithdrawn;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.kit.Problem;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.submission.MemoryService;

/** Whatever is submitted in whatever order, through two instances in turn: the ledger stays right. */
class AnySubmissionsTest {

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void refusedSubmissionsChangeNothing_acceptedOnesAreThereWhole(@ForAll("submissions") List<List<String>> all) {
        MemoryLedger ledger = new MemoryLedger();
        try {
            MemoryService one = new MemoryService(ledger).withCycle();
            MemoryService two = new MemoryService(ledger);
            int turn = 0;
            for (List<String> items : all) {
                long before = ledger.size();
                MemoryService instance = turn % 2 == 0 ? one : two;
                try {
                    SubmissionAnswer answer = instance.submit("k" + turn, String.join(",", items));
                    assertThat(ledger.size()).isEqualTo(before + items.size());
                    assertThat(answer.firstPosition()).isEqualTo(before);
                } catch (Problem refused) {
                    assertThat(refused.status()).isEqualTo(422);
                    assertThat(ledger.size()).isEqualTo(before);
                }
                turn++;
            }
            checkStreams(ledger);
        } finally {
            ledger.close();
        }
    }

    private static void checkStreams(MemoryLedger ledger) {
        Map<String, Long> next = new HashMap<>();
        Map<String, Object> values = new HashMap<>();
        for (StoredCommit commit : ledger.read(0, 10_000)) {
            for (StoredEvent stored : commit.events()) {
                assertThat(stored.sequence()).isEqualTo(next.merge(stored.stream(), 1L, Long::sum) - 1);
                Object event = RecordedEvent.decode(stored.position(), null, stored.data())
                        .event();
                if (event instanceof FigureCorrected corrected) {
                    assertThat(corrected.previous()).isEqualTo(values.get(corrected.item()));
                }
                if (event instanceof FigureSet set) {
                    values.put(set.item(), set.value());
                } else if (event instanceof ItemWithdrawn withdrawn) {
                    assertThat(values.remove(withdrawn.item())).isNotNull();
                }
            }
        }
    }

    @Provide
    Arbitrary<List<List<String>>> submissions() {
        Arbitrary<String> item = Combinators.combine(
                        Arbitraries.of("submit", "correct", "withdraw"),
                        Arbitraries.of("budget", "schools", "growth"),
                        Arbitraries.of("1", "2", "3", "3", "x"))
                .as(AnySubmissionsTest::item);
        return item.list().ofMinSize(1).ofMaxSize(3).list().ofMinSize(5).ofMaxSize(25);
    }

    private static String item(String action, String item, String value) {
        String unit = item.equals("budget") ? "亿元" : item.equals("schools") ? "所" : "%";
        String reason = action.equals("submit") ? "" : ",\"reason\":\"核实\"";
        return action.equals("withdraw")
                ? "{\"action\":\"withdraw\",\"item\":\"" + item + "\"" + reason + "}"
                : "{\"action\":\"" + action + "\",\"type\":\"figure\",\"item\":\"" + item + "\",\"unit\":\"" + unit
                        + "\",\"value\":\"" + value + "\"" + reason + "}";
    }
}
