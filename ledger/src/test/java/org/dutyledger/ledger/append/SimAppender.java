package org.dutyledger.ledger.append;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.dutyledger.ledger.store.InsertOutcome;
import org.dutyledger.ledger.store.PlacedCommit;

/** Drives the real protocol over a network that loses, delays and doubles, in virtual time. */
final class SimAppender {
    private static final long TIMEOUT = 20 * SimClock.MILLIS;

    private final SimWorld world;
    private final SplittableRandom random;
    private final AppendProtocol protocol;
    private final Intake intake;
    private boolean idle;
    private long attempt;

    SimAppender(SimWorld world, SplittableRandom random, Intake intake, AppendProtocol protocol) {
        this.world = world;
        this.random = random;
        this.intake = intake;
        this.protocol = protocol;
        perform(protocol.proceed(null));
    }

    boolean offer(Pending pending) {
        boolean taken = intake.offer(pending);
        if (idle) {
            idle = false;
            world.clock.after(1, () -> answer(attempt, null));
        }
        return taken;
    }

    private void answer(long toAttempt, Object answer) {
        if (toAttempt == attempt) {
            attempt++;
            perform(protocol.proceed(answer));
        }
    }

    private void perform(LogRequest request) {
        long mine = attempt;
        if (request instanceof LogRequest.Pause pause) {
            world.clock.after(pause.nanos(), () -> answer(mine, null));
        } else if (request instanceof LogRequest.Idle) {
            idle = true;
        } else if (request instanceof LogRequest.Insert insert) {
            world.clock.after(TIMEOUT, () -> answer(mine, new InsertOutcome.Unknown(null)));
            send(() -> arrive(insert.commits(), outcome -> reply(mine, outcome)));
        } else if (request instanceof LogRequest.TakeTurn
                || request instanceof LogRequest.EndTurn
                || request instanceof LogRequest.AskWhetherTurnsAreWanted) {
            // a hint may answer anything
            world.clock.after(delay(), () -> answer(mine, random.nextInt(4) > 0));
        } else if (request instanceof LogRequest.ToStore<?> read) {
            world.clock.after(TIMEOUT, () -> answer(mine, null));
            send(() -> {
                SimNode node = world.cluster.somePrimary();
                if (node.primary) {
                    reply(mine, read.on(world.viewFor(node, read)));
                }
            });
        }
    }

    private void arrive(List<PlacedCommit> commits, Consumer<InsertOutcome> reply) {
        SimNode node = world.cluster.somePrimary();
        if (!node.primary) {
            reply.accept(new InsertOutcome.Unknown(null));
            return;
        }
        if (world.trouble(4)) {
            // interrupted on the way, without an answer
            node.insert(commits.subList(0, random.nextInt(commits.size() + 1)));
            return;
        }
        int applied = node.insert(commits);
        if (applied < commits.size()) {
            reply.accept(new InsertOutcome.Clash(applied));
        } else {
            node.waiters.add(new SimNode.Waiter(node.oplog.size(), () -> reply.accept(new InsertOutcome.Stored())));
        }
    }

    private void reply(long toAttempt, Object answer) {
        if (!world.trouble(12)) {
            world.clock.after(delay(), () -> answer(toAttempt, answer));
        }
    }

    private void send(Runnable arrival) {
        if (!world.trouble(12)) {
            world.clock.after(delay(), arrival);
        }
        if (world.trouble(12)) {
            world.clock.after(delay() + random.nextLong(200 * SimClock.MILLIS), arrival);
        }
    }

    private long delay() {
        long usual = 100_000 + random.nextLong(SimClock.MILLIS);
        return world.trouble(10) ? usual + random.nextLong(80 * SimClock.MILLIS) : usual;
    }
}
