package org.dutyledger.local.mongo;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;
import org.springframework.core.NestedExceptionUtils;

/**
 * The embedded server's storage, made honest: one write command is one atomic unit that survives the end of the
 * process.
 *
 * <p>The stock backend commits once a second on its own, so that a killed process loses acknowledged writes and may
 * keep a document without its entry in a unique index. Here every write command is committed before it is answered.
 */
final class DurableH2Backend extends H2Backend {
    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "createindexes",
            "create",
            "drop",
            "dropindexes",
            "renamecollection",
            "dropdatabase",
            "aggregate");
    private static final int WRITES_PER_COMPACTION = 1_000;
    private static final int COMPACTION_MILLIS = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private volatile Consumer<String> lost = sentence -> {};
    private volatile boolean failed;
    private int writes;

    private DurableH2Backend(MVStore store) {
        super(store);
    }

    /**
     * Opens the store; its directory must exist.
     *
     * @param file a path, or a name in one of H2's own file systems
     */
    static DurableH2Backend open(String file) {
        MVStore store = new MVStore.Builder()
                .fileName(file)
                .autoCommitDisabled()
                .pageSplitSize(4096)
                .cacheSize(64)
                .open();
        // old chunks may be overwritten at once: old versions are never read, and the file would grow tenfold
        store.setRetentionTime(0);
        return new DurableH2Backend(store);
    }

    /** Announces a failed write: the store must not continue after one. */
    void watch(Consumer<String> listener) {
        lost = listener;
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (command.equalsIgnoreCase("hello")) {
            Document answer = super.handleCommand(channel, database, "ismaster", query);
            answer.put("isWritablePrimary", true);
            return answer;
        }
        // the handshake: refused, the reason would not reach the client
        if (command.equalsIgnoreCase("ismaster")) {
            return super.handleCommand(channel, database, command, query);
        }
        if (!WRITES.contains(command.toLowerCase(Locale.ROOT))) {
            requireIntact();
            return super.handleCommand(channel, database, command, query);
        }
        lock.lock();
        try {
            requireIntact();
            return super.handleCommand(channel, database, command, query);
        } finally {
            try {
                commitWrites();
            } catch (RuntimeException e) {
                failed = true;
                lost.accept("the embedded MongoDB cannot write its file: "
                        + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
                throw e;
            } finally {
                lock.unlock();
            }
        }
    }

    /** Memory holds what no file does after a failed commit: a reader would take for stored what is lost at the next start. */
    private void requireIntact() {
        if (failed) {
            throw new IllegalStateException("the embedded MongoDB could not write its file and no longer answers");
        }
    }

    private void commitWrites() {
        if (!failed) {
            getMvStore().commit();
            compactSometimes();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (failed) {
                getMvStore().closeImmediately();
                return;
            }
            getMvStore().commit();
            getMvStore().compactFile(COMPACTION_MILLIS);
            super.close();
        } finally {
            lock.unlock();
        }
    }

    private void compactSometimes() {
        writes++;
        if (writes % WRITES_PER_COMPACTION == 0) {
            getMvStore().compactFile(COMPACTION_MILLIS);
        }
    }
}
