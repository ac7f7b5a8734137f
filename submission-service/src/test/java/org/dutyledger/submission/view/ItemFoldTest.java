package org.dutyledger.submission.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.dutyledger.submission.MemoryService;
import org.junit.jupiter.api.Test;

class ItemFoldTest {
    private final MemoryService service = new MemoryService().withCycle();
    private int key;

    @Test
    void aFigure_isShownAsItsLastEventLeftIt() {
        submit(MemoryService.budget("18.8"));
        assertThat(item("budget").value()).isEqualTo("18.80");
        assertThat(item("budget").status()).isEqualTo("submitted");
        submit(MemoryService.budget("19").replace("submit", "correct").replace("}", ",\"reason\":\"笔误\"}"));
        ItemView corrected = item("budget");
        assertThat(corrected.value()).isEqualTo("19.00");
        assertThat(corrected.reason()).isEqualTo("笔误");
        assertThat(corrected.events()).isEqualTo(2);
        assertThat(corrected.basis()).isEqualTo("REPORTED");
        assertThat(corrected.position()).isEqualTo(service.ledger.size() - 1);
        submit("{\"action\":\"withdraw\",\"item\":\"budget\",\"reason\":\"口径\"}");
        assertThat(item("budget").value()).isNull();
        assertThat(item("budget").status()).isEqualTo("withdrawn");
        assertThat(item("budget").reason()).isEqualTo("口径");
    }

    @Test
    void textsAndFiles_areShown() {
        submit("{\"action\":\"submit\",\"type\":\"fact\",\"item\":\"document\",\"text\":\"某文件\",\"note\":\"见附件\"}");
        submit("{\"action\":\"submit\",\"type\":\"narrative\",\"item\":\"intro\",\"text\":\"旧\"}");
        submit("{\"action\":\"correct\",\"type\":\"narrative\",\"item\":\"intro\",\"text\":\"新\",\"reason\":\"改写\"}");
        submit("{\"action\":\"correct\",\"type\":\"fact\",\"item\":\"document\",\"text\":\"另一文件\",\"reason\":\"错\"}");
        submit("{\"action\":\"submit\",\"type\":\"evidence\",\"item\":\"claim\",\"sha256\":\"" + "a".repeat(64)
                + "\",\"fileName\":\"x.pdf\",\"mediaType\":\"application/pdf\",\"size\":3}");
        assertThat(item("document").text()).isEqualTo("另一文件");
        assertThat(item("document").note()).isNull();
        assertThat(item("intro").text()).isEqualTo("新");
        assertThat(item("intro").reason()).isEqualTo("改写");
        assertThat(item("claim").status()).isEqualTo("absent");
        assertThat(item("claim").files()).singleElement().satisfies(file -> assertThat(file.size())
                .isEqualTo(3));
    }

    @Test
    void others_areNotShown() {
        submit(MemoryService.budget("1"));
        CycleView cycle = service.cycles.require("c");
        assertThat(new ItemFold(service.ledger).items(cycle, Set.of("jtj"))).isEmpty();
    }

    private void submit(String items) {
        service.submit("k" + key++, items);
    }

    private ItemView item(String id) {
        CycleView cycle = service.cycles.require("c");
        return new ItemFold(service.ledger)
                .items(cycle, Set.of("czj")).stream()
                        .filter(item -> item.item().equals(id))
                        .findFirst()
                        .orElseThrow();
    }
}
