package org.dutyledger.report.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dutyledger.events.Topics;
import org.dutyledger.report.view.AuditFeed;
import org.dutyledger.report.view.Copies.Copy;
import org.dutyledger.report.view.StoredBytes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in the ledger: accepts only the next position, drops what it has, fetches what is missing from the ledger. */
final class EvidenceReader implements TopicTail.Reader {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceReader.class);
    private static final int PAGE = 500;
    private final Supplier<Copy> copies;
    private final AuditFeed feed;
    private final LongConsumer reached;
    private @Nullable Copy copy;
    private long applied = -1;

    /**
     * @param copies tells which copy to fill; asked at each resumption
     * @param reached is told up to where everything is stored
     */
    EvidenceReader(Supplier<Copy> copies, AuditFeed feed, LongConsumer reached) {
        this.copies = copies;
        this.feed = feed;
        this.reached = reached;
    }

    @Override
    public long resume() {
        Copy filled = copies.get();
        filled.prepare();
        Bookmark.Place place = bookmark(filled).read();
        applied = place.applied();
        copy = filled;
        reached.accept(applied);
        return place.offset() + 1;
    }

    @Override
    public boolean overtaken() {
        return copies.get() != copy;
    }

    @Override
    public void apply(List<ConsumerRecord<byte[], byte[]>> records) {
        List<StoredBytes> batch = new ArrayList<>(records.size());
        long last = applied;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            long position = Headers.position(record);
            if (position > last + 1) {
                heal(last + 1, position, batch);
                last = position - 1;
            }
            if (position == last + 1) {
                batch.add(new StoredBytes(position, Headers.text(record, Topics.HEADER_COMMIT_HASH), record.value()));
                last = position;
            }
        }
        Copy filled = Objects.requireNonNull(copy, "not resumed");
        filled.events().put(batch);
        reached.accept(last);
        bookmark(filled).save(last, records.get(records.size() - 1).offset());
        applied = last;
    }

    static Bookmark bookmark(Copy copy) {
        return new Bookmark(copy.places(), Topics.EVIDENCE);
    }

    private void heal(long from, long before, List<StoredBytes> batch) {
        LOG.warn("positions {} to {} did not come over Kafka; reading them from the ledger", from, before - 1);
        long next = from;
        while (next < before) {
            List<StoredBytes> page =
                    feed.read(next, (int) Math.min(PAGE, before - next)).events();
            for (StoredBytes event : page) {
                if (event.position() == next && next < before) {
                    batch.add(event);
                    next++;
                }
            }
            if (page.isEmpty()) {
                throw new IllegalStateException("the ledger does not give position " + next);
            }
        }
    }
}
