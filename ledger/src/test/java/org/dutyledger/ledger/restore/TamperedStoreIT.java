package org.dutyledger.ledger.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.bson.Document;
import org.bson.types.Binary;
import org.dutyledger.ledger.backend.MongoFixture;
import org.dutyledger.ledger.memory.MemoryCheckpoints;
import org.dutyledger.ledger.mongo.MongoStoredLog;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.verify.LedgerReport;

/**
 * After any history of appends, conflicts, repeated requests and restarts, any alteration of the real documents is
 * found at its place; on the embedded stand-in, since only the documents matter.
 */
class TamperedStoreIT {
    private static final MongoFixture MONGO = MongoFixture.standIn();
    private static final NoteSigner NOTES = new NoteSigner("dutyledger/test", Ed25519Keys.generate());

    @AfterContainer
    static void stop() throws Exception {
        MONGO.close();
    }

    @Property(tries = 40)
    void anyAlteration_isFoundAtItsPlace(
            @ForAll("histories") ActionChain<LedgerHistory> histories, @ForAll Random random) {
        LedgerHistory history = histories.run();
        history.close();
        SignedNote checkpoint = history.checkpoint(NOTES);
        assertThat(verify(history, checkpoint).found()).isEmpty();
        List<Document> sound = history.documents();
        if (sound.isEmpty()) {
            return;
        }
        for (Tampering tampering : Tampering.values()) {
            List<Document> altered = copy(sound);
            long place = tampering.apply(altered, random);
            if (place < 0) {
                continue;
            }
            history.replace(altered);
            LedgerReport report = verify(history, checkpoint);
            assertThat(report.found())
                    .as("%s at %s of %s", tampering, place, altered)
                    .hasValueSatisfying(found -> assertThat(found.position()).isEqualTo(place));
            assertThat(report.statement()).isEmpty();
        }
        history.replace(sound);
        assertThat(verify(history, checkpoint).found()).isEmpty();
    }

    @Provide
    Arbitrary<ActionChain<LedgerHistory>> histories() {
        return ActionChain.startWith(() -> new LedgerHistory(MONGO.newDatabase()))
                .withAction(3, step("append", (history, n) -> history.append(n)))
                .withAction(1, step("conflict", (history, n) -> history.conflict()))
                .withAction(1, step("repeat", (history, n) -> history.repeat()))
                .withAction(1, step("restart", (history, n) -> history.restart()))
                .withMaxTransformations(12);
    }

    private static Action.Independent<LedgerHistory> step(String name, BiConsumer<LedgerHistory, Integer> step) {
        return () -> Arbitraries.integers()
                .between(0, 1_000_000)
                .map(n -> Transformer.mutate(name, history -> step.accept(history, n)));
    }

    private static LedgerReport verify(LedgerHistory history, SignedNote checkpoint) {
        return new StoreVerifier(List.of(NOTES.publicKey()), new MemoryCheckpoints(), List.of(checkpoint))
                .verify(MongoStoredLog.in(history.database));
    }

    private static List<Document> copy(List<Document> documents) {
        List<Document> copy = new ArrayList<>();
        for (Document document : documents) {
            Document next = new Document(document);
            if (document.containsKey("e")) {
                next.put("e", copy(document.getList("e", Document.class)));
            }
            copy.add(next);
        }
        return copy;
    }

    /** One way to tamper; returns the position at which it must be found, or -1 when it does not apply. */
    private enum Tampering {
        PREVIOUS {
            @Override
            long apply(List<Document> log, Random random) {
                return flipped(any(log, random), "prev", random);
            }
        },
        HASH {
            @Override
            long apply(List<Document> log, Random random) {
                return flipped(any(log, random), "h", random);
            }
        },
        ID {
            @Override
            long apply(List<Document> log, Random random) {
                return flipped(any(log, random), "c", random);
            }
        },
        BYTES {
            @Override
            long apply(List<Document> log, Random random) {
                Document commit = any(log, random);
                flipped(event(commit, random), "d", random);
                return place(commit);
            }
        },
        COUNT {
            @Override
            long apply(List<Document> log, Random random) {
                Document commit = any(log, random);
                commit.put("n", commit.getInteger("n") ^ 1 << random.nextInt(31));
                return place(commit);
            }
        },
        SEQUENCE {
            @Override
            long apply(List<Document> log, Random random) {
                Document commit = any(log, random);
                Document event = event(commit, random);
                event.put("s", event.getLong("s") ^ 1L << random.nextInt(63));
                return place(commit);
            }
        },
        STREAM {
            @Override
            long apply(List<Document> log, Random random) {
                return texts(log, random, "a");
            }
        },
        TYPE {
            @Override
            long apply(List<Document> log, Random random) {
                return texts(log, random, "t");
            }
        },
        EVENT_ID {
            @Override
            long apply(List<Document> log, Random random) {
                return texts(log, random, "i");
            }
        },
        REQUEST {
            @Override
            long apply(List<Document> log, Random random) {
                Document commit = any(log, random);
                return commit.containsKey("r") ? flippedText(commit, "r", random, commit) : -1;
            }
        },
        MORE {
            @Override
            long apply(List<Document> log, Random random) {
                Document commit = any(log, random);
                commit.put("more", 1);
                return place(commit);
            }
        },
        MOVED {
            @Override
            long apply(List<Document> log, Random random) {
                Document commit = any(log, random);
                long place = place(commit);
                commit.put("_id", place + 1_000);
                return place;
            }
        },
        REMOVED {
            @Override
            long apply(List<Document> log, Random random) {
                return place(log.remove(random.nextInt(log.size())));
            }
        },
        INSERTED {
            @Override
            long apply(List<Document> log, Random random) {
                Document last = log.get(log.size() - 1);
                Document copy = copy(List.of(last)).get(0);
                long end = place(last) + last.getInteger("n");
                copy.put("_id", end);
                flipped(copy, "c", random);
                copy.remove("r");
                log.add(copy);
                return end;
            }
        },
        SWAPPED {
            @Override
            long apply(List<Document> log, Random random) {
                if (log.size() < 2) {
                    return -1;
                }
                int first = random.nextInt(log.size() - 1);
                Document one = log.get(first);
                Document other = log.get(first + 1);
                Object place = one.get("_id");
                one.put("_id", other.get("_id"));
                other.put("_id", place);
                return ((Number) place).longValue();
            }
        },
        CUT {
            @Override
            long apply(List<Document> log, Random random) {
                int from = random.nextInt(log.size());
                long place = place(log.get(from));
                log.subList(from, log.size()).clear();
                return place;
            }
        };

        abstract long apply(List<Document> log, Random random);

        private static Document any(List<Document> log, Random random) {
            return log.get(random.nextInt(log.size()));
        }

        private static Document event(Document commit, Random random) {
            return any(commit.getList("e", Document.class), random);
        }

        private static long place(Document commit) {
            return ((Number) commit.get("_id")).longValue();
        }

        private static long texts(List<Document> log, Random random, String member) {
            Document commit = any(log, random);
            return flippedText(event(commit, random), member, random, commit);
        }

        private static long flippedText(Document holder, String member, Random random, Document commit) {
            char[] text = holder.getString(member).toCharArray();
            text[random.nextInt(text.length)] ^= (char) (1 << random.nextInt(5));
            holder.put(member, new String(text));
            return place(commit);
        }

        private static long flipped(Document holder, String member, Random random) {
            Binary binary = holder.get(member, Binary.class);
            byte[] bytes = binary.getData().clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            holder.put(member, new Binary(binary.getType(), bytes));
            return holder.containsKey("_id") ? place(holder) : -1;
        }
    }
}
