package org.dutyledger.report.intake;

import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dutyledger.events.Topics;
import org.dutyledger.follow.ChainedEvent;
import org.dutyledger.follow.LedgerFeed;
import org.dutyledger.follow.LedgerFollower;
import org.dutyledger.follow.Misfits;
import org.dutyledger.follow.Received;
import org.dutyledger.kit.Problem;
import org.dutyledger.report.view.CurrentGeneration.Copy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies the ledger: only commits that continue the chain, from the topic or from the ledger itself. */
final class EvidenceReader implements TopicReader.Reader {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceReader.class);
    private final Supplier<Copy> copies;
    private final LedgerFollower follower;
    private final LongConsumer reached;
    private @Nullable Copy copy;
    private Bookmark.Place place = new Bookmark.Place(-1, -1, "");

    /**
     * @param copies gives the copy to fill; read at each resumption
     * @param misfits receives records that are not the ledger's own
     * @param reached receives the position up to which everything is stored
     */
    EvidenceReader(Supplier<Copy> copies, LedgerFeed feed, Misfits misfits, LongConsumer reached) {
        this.copies = copies;
        this.follower = new LedgerFollower(feed, this::store, misfits, System::nanoTime);
        this.reached = reached;
    }

    @Override
    public void resume() {
        Copy filled = copies.get();
        filled.prepare();
        place = bookmark(filled).read();
        long applied = place.applied();
        copy = filled;
        String head = filled.events().load(applied);
        reached.accept(applied);
        follower.resume(applied + 1, head);
        compareWithLedger();
    }

    @Override
    public long offset(String topicId) {
        place = new Bookmark.Place(place.applied(), place.offsetIn(topicId), topicId);
        return place.offset() + 1;
    }

    @Override
    public boolean overtaken() {
        return copies.get() != copy;
    }

    @Override
    public void apply(List<ConsumerRecord<byte[], byte[]>> records) {
        follower.accept(records.stream().map(Received::of).toList());
        save(place.applied(), records.get(records.size() - 1).offset());
    }

    @Override
    public void idle() {
        follower.idle();
    }

    @Override
    public void look() {
        compareWithLedger();
        Objects.requireNonNull(copy, "not resumed").events().compareNext();
    }

    /** A ledger that is unavailable is compared later. */
    private void compareWithLedger() {
        try {
            follower.compare();
            Objects.requireNonNull(copy, "not resumed").events().confirmed();
        } catch (Problem unavailable) {
            LOG.info(
                    "the ledger cannot be compared now with position {}: {}",
                    place.applied(),
                    unavailable.getMessage());
        }
    }

    /** Copies from the ledger itself, up to and including a position. */
    void readFromLedger(long position) {
        follower.readFromLedger(position + 1);
    }

    private void store(List<ChainedEvent> events, String head) {
        Copy filled = Objects.requireNonNull(copy, "not resumed");
        filled.events().put(events);
        long last = events.get(events.size() - 1).position();
        reached.accept(last);
        save(last, place.offset());
    }

    private void save(long applied, long offset) {
        place = new Bookmark.Place(applied, offset, place.topicId());
        bookmark(Objects.requireNonNull(copy, "not resumed")).save(place);
    }

    private static Bookmark bookmark(Copy copy) {
        return new Bookmark(copy.places(), Topics.EVIDENCE);
    }
}
