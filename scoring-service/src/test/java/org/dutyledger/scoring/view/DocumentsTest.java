package org.dutyledger.scoring.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.dutyledger.evaluation.Item;
import org.dutyledger.evaluation.Item.State;
import org.dutyledger.events.IndicatorEvaluated.Bound;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    @Test
    void items_areReadBackAsTheyWere() {
        Item exact = new Item("total", "o", State.ACCEPTED, new BigDecimal("12.50"), null, "家", 3, 9);
        Item bound = new Item("total", "o", State.RETURNED, BigDecimal.TEN, null, "家", Bound.AT_LEAST, 3, 9);
        Item text = new Item("claim", "o", State.SUBMITTED, null, "符合", "", 4, 4);
        for (Item item : new Item[] {exact, bound, text}) {
            assertThat(Documents.item(Documents.item("c", item))).isEqualTo(item);
        }
    }
}
