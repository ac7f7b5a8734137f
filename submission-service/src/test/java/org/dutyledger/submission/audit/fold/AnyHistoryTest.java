package org.dutyledger.submission.audit.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.submission.MemoryService;
import org.dutyledger.submission.audit.RandomCycle;
import org.dutyledger.submission.view.ItemFold;
import org.dutyledger.submission.view.ItemView;

/** Whatever happened, the past is answered as it was when it was the present. */
class AnyHistoryTest {
    private static final List<String> HOLDERS = List.of("1", "2", "preface");

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void stateAtN_isWhatTheViewShowedWhenTheLedgerEndedThere(@ForAll("acts") List<RandomCycle.Act> acts) {
        try (MemoryLedger ledger = new MemoryLedger()) {
            MemoryService service = new MemoryService(ledger).withCycle();
            Map<Long, List<ItemView>> shown = new TreeMap<>();
            int turn = 0;
            for (RandomCycle.Act act : acts) {
                act.on(service, "k" + turn++);
                shown.put(ledger.size() - 1, view(service));
            }
            shown.forEach((position, items) -> {
                Moment moment = new Moment.AtPosition(position);
                List<ItemView> replayed = new ArrayList<>();
                for (String holder : HOLDERS) {
                    EvidenceState.fold(moment.known(stream(ledger, holder)))
                            .items()
                            .values()
                            .forEach(standing -> replayed.add(standing.now().view()));
                }
                assertThat(replayed).isEqualTo(items);
            });
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void difference_leadsFromOneStateToTheOther(@ForAll("acts") List<RandomCycle.Act> acts) {
        try (MemoryLedger ledger = new MemoryLedger()) {
            MemoryService service = new MemoryService(ledger).withCycle();
            int turn = 0;
            for (RandomCycle.Act act : acts) {
                act.on(service, "k" + turn++);
            }
            for (String holder : HOLDERS) {
                List<RecordedEvent> all = stream(ledger, holder);
                for (int a = 0; a <= all.size(); a++) {
                    for (int b = a; b <= all.size(); b++) {
                        check(all.subList(0, a), all.subList(0, b));
                    }
                }
            }
        }
    }

    private static void check(List<RecordedEvent> earlier, List<RecordedEvent> later) {
        Map<ItemKey, ItemHistory> before = EvidenceState.fold(earlier).items();
        Map<ItemKey, ItemHistory> after = EvidenceState.fold(later).items();
        Difference difference = Difference.between(earlier, later);
        Map<ItemKey, ItemHistory> applied = new LinkedHashMap<>(before);
        List<RecordedEvent> causes = new ArrayList<>(difference.others());
        for (Difference.Change change : difference.items()) {
            assertThat(change.before()).isEqualTo(before.get(change.key()));
            assertThat(change.causes()).isNotEmpty();
            applied.put(change.key(), change.after());
            causes.addAll(change.causes());
        }
        assertThat(applied).isEqualTo(after);
        assertThat(List.copyOf(applied.keySet())).isEqualTo(List.copyOf(after.keySet()));
        assertThat(causes).containsExactlyInAnyOrderElementsOf(later.subList(earlier.size(), later.size()));
    }

    private static List<ItemView> view(MemoryService service) {
        return new ItemFold(service.ledger).items(service.cycles.require("c"), Set.of("czj", "jtj"));
    }

    private static List<RecordedEvent> stream(MemoryLedger ledger, String holder) {
        return ledger.readStream("evidence/c/" + holder, 0, 10_000).stream()
                .map(stored -> RecordedEvent.decode(stored.position(), null, stored.data()))
                .toList();
    }

    @Provide
    Arbitrary<List<RandomCycle.Act>> acts() {
        return RandomCycle.acts().list().ofMinSize(5).ofMaxSize(25);
    }
}
