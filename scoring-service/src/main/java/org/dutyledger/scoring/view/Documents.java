package org.dutyledger.scoring.view;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.Document;
import org.dutyledger.evaluation.Item;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Bound;

/**
 * The form of scoring's documents. {@code _id} starts with the cycle, so that one range of it is one cycle; {@code pos}
 * is the ledger position that the document has seen, the guard of every write. Decimals are text: exact, whatever the
 * tool.
 */
final class Documents {
    static final String POSITION = "pos";

    private Documents() {}

    static Document item(String cycle, Item item) {
        return new Document("_id", cycle + "|" + item.item() + "|" + item.organisation())
                .append("item", item.item())
                .append("organisation", item.organisation())
                .append("state", item.state().name())
                .append("value", item.value() == null ? null : item.value().toPlainString())
                .append("text", item.text())
                .append("unit", item.unit())
                .append("bound", item.bound() == null ? null : item.bound().name())
                .append("setAt", item.setAt())
                .append(POSITION, item.changedAt());
    }

    static Item item(Document d) {
        String value = d.getString("value");
        String bound = d.getString("bound");
        return new Item(
                d.getString("item"),
                d.getString("organisation"),
                Item.State.valueOf(d.getString("state")),
                value == null ? null : new BigDecimal(value),
                d.getString("text"),
                d.getString("unit"),
                bound == null ? null : Bound.valueOf(bound),
                d.getLong("setAt"),
                d.getLong(POSITION));
    }

    static Document cycle(ScoredCycle c) {
        List<Document> organisations = c.organisations().stream()
                .map(o -> new Document("id", o.id()).append("name", o.name()).append("roles", o.roles()))
                .toList();
        return new Document("_id", c.id())
                .append("jurisdiction", c.jurisdiction())
                .append("framework", c.framework())
                .append("frameworkVersion", c.frameworkVersion())
                .append("frameworkSha256", c.frameworkSha256())
                .append("openedAt", c.openedAt())
                .append("organisations", organisations)
                .append("progress", c.progress())
                .append(POSITION, c.position());
    }

    static ScoredCycle cycle(Document d) {
        return new ScoredCycle(
                d.getString("_id"),
                d.getString("jurisdiction"),
                d.getString("framework"),
                d.getString("frameworkVersion"),
                d.getString("frameworkSha256"),
                d.getLong("openedAt"),
                d.getLong(POSITION),
                d.getList("organisations", Document.class).stream()
                        .map(o -> new ScoredCycle.Organisation(
                                o.getString("id"), o.getString("name"), o.getList("roles", String.class)))
                        .toList(),
                d.getString("progress"));
    }

    static Document evaluation(IndicatorEvaluated e) {
        return new Document("_id", e.cycle() + "|" + e.indicator())
                .append("verdict", e.verdict().name())
                .append("json", CanonicalJson.text(e))
                .append(POSITION, e.position());
    }

    static IndicatorEvaluated evaluation(Document d) {
        return CanonicalJson.read(d.getString("json").getBytes(StandardCharsets.UTF_8), IndicatorEvaluated.class);
    }
}
