package org.dutyledger.ledger.check;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.dutyledger.ledger.Receipt;
import org.dutyledger.ledger.check.Operation.Outcome;

/** The requests of clients and the outcomes they got, recorded as they happen. */
public final class History {
    private static final Outcome UNDER_WAY = new Outcome.Unknown("under way");

    private final LongSupplier clock;
    private final Collection<Call> calls = new ConcurrentLinkedQueue<>();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder unknown = new LongAdder();

    public History() {
        this(System::nanoTime);
    }

    History(LongSupplier clock) {
        this.clock = clock;
    }

    /** Must be called before anything of the attempt leaves the client. */
    public Call begin(String request, UUID commit) {
        Call call = new Call(new Operation(request, commit, clock.getAsLong(), Long.MAX_VALUE, UNDER_WAY));
        calls.add(call);
        return call;
    }

    public long now() {
        return clock.getAsLong();
    }

    /** What clients knew at a time; whatever they learnt later counts as unknown: take the time, read the log, ask. */
    public List<Operation> asKnownAt(long time) {
        return calls.stream().map(call -> call.asKnownAt(time)).toList();
    }

    /** Everything, once all clients have ended. */
    public List<Operation> all() {
        return asKnownAt(Long.MAX_VALUE);
    }

    /** Receipts given so far. */
    public long acknowledged() {
        return acknowledged.sum();
    }

    public String counts() {
        return acknowledged + " acknowledged, " + refused + " refused, " + unknown + " unknown";
    }

    /** An attempt under way; it is ended once. */
    public final class Call {
        private volatile Operation operation;

        private Call(Operation begun) {
            this.operation = begun;
        }

        public void acknowledged(Receipt receipt) {
            String hash = HexFormat.of().formatHex(receipt.hash());
            acknowledged(receipt.firstPosition(), receipt.lastPosition(), hash);
        }

        public void acknowledged(long first, long last, String hash) {
            end(new Outcome.Acknowledged(first, last, hash));
            acknowledged.increment();
        }

        public void refused(String why) {
            end(new Outcome.Refused(why));
            refused.increment();
        }

        public void unknown(String why) {
            end(new Outcome.Unknown(why));
            unknown.increment();
        }

        private void end(Outcome outcome) {
            Operation begun = operation;
            operation = new Operation(begun.request(), begun.commit(), begun.begun(), clock.getAsLong(), outcome);
        }

        private Operation asKnownAt(long time) {
            Operation known = operation;
            return known.ended() <= time
                    ? known
                    : new Operation(known.request(), known.commit(), known.begun(), Long.MAX_VALUE, UNDER_WAY);
        }
    }
}
