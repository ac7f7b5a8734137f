package org.dutyledger.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.dutyledger.ledger.store.PlacedCommit;
import org.dutyledger.ledger.store.Rival;
import org.junit.jupiter.api.Test;

/**
 * The real {@link AppendProtocol} on a simulated replica set with elections, rollbacks, lost, late and doubled messages.
 * {@code -Dledger.sim.seeds=60000} runs more seeds; {@code -Dledger.sim.seed=N} runs one.
 */
class AppendSimulationTest {
    private static final int SEEDS = Integer.getInteger("ledger.sim.seeds", 5_000);
    private static final int MUTANT_SEEDS = 150;

    @Test
    void no_schedule_breaks_a_promise() {
        Long single = Long.getLong("ledger.sim.seed");
        List<String> broken = single != null
                ? violations(new SimWorld.Variant() {}, single, single + 1)
                : violations(new SimWorld.Variant() {}, 0, SEEDS);
        assertThat(broken).isEmpty();
    }

    @Test
    void a_seed_repeats_its_run() {
        SimWorld first = new SimWorld(7, new SimWorld.Variant() {});
        SimWorld second = new SimWorld(7, new SimWorld.Variant() {});
        assertThat(first.run()).isEqualTo(second.run());
        assertThat(first.history).usingRecursiveComparison().isEqualTo(second.history);
        assertThat(first.history).hasSize(30);
    }

    @Test
    void reading_the_tail_without_majority_is_caught() {
        assertCaught(new SimWorld.Variant() {
            @Override
            public boolean readsTailLocally() {
                return true;
            }
        });
    }

    @Test
    void a_new_number_after_a_timeout_without_looking_is_caught() {
        assertCaught(new SimWorld.Variant() {
            @Override
            public AppendProtocol protocol(Intake intake, LongSupplier clock, RandomGenerator random) {
                return new AppendProtocol(intake, new AppendListener() {}, clock, random) {
                    @Override
                    LogRequest outcomeUnknown() {
                        return rebase();
                    }
                };
            }
        });
    }

    @Test
    void the_last_position_as_key_is_caught() {
        assertCaught(new SimWorld.Variant() {
            @Override
            public ToLongFunction<PlacedCommit> primaryKey() {
                return commit -> commit.nextPosition() - 1;
            }
        });
    }

    @Test
    void trusting_a_clash_at_once_is_caught() {
        assertCaught(new SimWorld.Variant() {
            @Override
            public AppendProtocol protocol(Intake intake, LongSupplier clock, RandomGenerator random) {
                return new AppendProtocol(intake, new AppendListener() {}, clock, random) {
                    @Override
                    LogRequest clashed(int index) {
                        acknowledge(index);
                        shutOut(new Rival.SameEvent(0));
                        return rebase();
                    }
                };
            }
        });
    }

    private static void assertCaught(SimWorld.Variant mutant) {
        List<String> violations = violations(mutant, 0, MUTANT_SEEDS);
        assertThat(violations).hasSizeGreaterThan(MUTANT_SEEDS / 10);
    }

    private static List<String> violations(SimWorld.Variant variant, long from, long to) {
        List<String> found = new ArrayList<>();
        LongStream.range(from, to).forEach(seed -> {
            String violation = new SimWorld(seed, variant).run();
            if (violation != null) {
                found.add("seed " + seed + ": " + violation);
            }
        });
        return found;
    }
}
