package org.dutyledger.report.intake;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dutyledger.events.Topics;
import org.dutyledger.report.view.AuditFeed;
import org.dutyledger.report.view.Projection;
import org.dutyledger.report.view.StoredBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in the ledger: accepts only the next position, drops what it has, fetches what is missing from the ledger. */
final class EvidenceReader implements TopicTail.Reader {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceReader.class);
    private static final int PAGE = 500;
    private final Projection projection;
    private final Bookmark bookmark;
    private final AuditFeed feed;
    private long applied = -1;

    EvidenceReader(Projection projection, Bookmark bookmark, AuditFeed feed) {
        this.projection = projection;
        this.bookmark = bookmark;
        this.feed = feed;
    }

    @Override
    public long resume() {
        projection.prepare();
        Bookmark.Place place = bookmark.read();
        applied = place.applied();
        projection.applied(List.of(), applied);
        return place.offset() + 1;
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
        projection.applied(batch, last);
        bookmark.save(last, records.get(records.size() - 1).offset());
        applied = last;
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
