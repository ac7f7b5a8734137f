package org.dutyledger.submission.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dutyledger.document.record.ItemState;
import org.dutyledger.events.EvidenceEvent;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.submission.domain.item.ItemRequest;
import org.dutyledger.submission.domain.item.ItemRequest.Action;
import org.dutyledger.submission.domain.item.Items;

/** Laws over any sequence of acts on one item. */
class ItemHistoryTest {

    @Property(tries = 500)
    void aCorrection_namesTheValueItReplaces(@ForAll("acts") List<ItemRequest> acts) {
        BigDecimal last = null;
        for (ItemEvent event : accepted(acts)) {
            if (event instanceof EvidenceEvent.FigureCorrected corrected) {
                assertThat(corrected.previous()).isEqualTo(last);
                assertThat(corrected.value()).isNotEqualByComparingTo(corrected.previous());
            }
            last = event instanceof EvidenceEvent.FigureSet set ? set.value() : null;
        }
    }

    @Property(tries = 500)
    void firstSubmissionsAndWithdrawals_alternate(@ForAll("acts") List<ItemRequest> acts) {
        boolean there = false;
        for (ItemEvent event : accepted(acts)) {
            if (event instanceof EvidenceEvent.FigureSubmitted) {
                assertThat(there).isFalse();
                there = true;
            } else if (event instanceof EvidenceEvent.ItemWithdrawn) {
                assertThat(there).isTrue();
                there = false;
            } else {
                assertThat(there).isTrue();
            }
        }
    }

    @Property(tries = 500)
    void anAcceptedNumber_isTheOneAskedForAtTheDecimalsStored(@ForAll("acts") List<ItemRequest> acts) {
        accepted(acts).stream()
                .filter(EvidenceEvent.FigureSet.class::isInstance)
                .map(EvidenceEvent.FigureSet.class::cast)
                .forEach(set -> {
                    assertThat(set.value().scale()).isEqualTo(2);
                    assertThat(acts.stream()
                                    .anyMatch(act -> act.value() != null
                                            && NumberPolicies.parse(act.value()) != null
                                            && new BigDecimal(act.value()).compareTo(set.value()) == 0))
                            .isTrue();
                });
    }

    /** What becomes fact when each act is judged on what the accepted ones before it left. */
    private static List<ItemEvent> accepted(List<ItemRequest> acts) {
        List<ItemEvent> events = new ArrayList<>();
        ItemState state = ItemState.NOTHING;
        for (ItemRequest act : acts) {
            ItemContext context = PolicyTest.context(act, Items.terms(), state, false);
            if (SubmissionPolicy.judge(context).isEmpty()) {
                ItemEvent event = ItemEvents.of(context, "c", "s");
                events.add(event);
                state = state.after(event);
            }
        }
        return events;
    }

    @Provide
    Arbitrary<List<ItemRequest>> acts() {
        Arbitrary<String> values = Arbitraries.of("0", "1", "1.0", "1.00", "2.5", "2.50", "999.99", "1.234", "x", "-1");
        Arbitrary<Action> actions = Arbitraries.of(Action.values());
        return Combinators.combine(actions, values)
                .as((action, value) -> action == Action.WITHDRAW
                        ? Items.withdraw("budget")
                        : Items.figure(action, "budget", value, "亿元", action == Action.CORRECT ? "笔误" : null))
                .list()
                .ofMaxSize(30);
    }
}
