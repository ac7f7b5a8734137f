package org.dutyledger.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class WorkerThreadsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private final CountDownLatch free = new CountDownLatch(1);
    private WorkerThreads workers = new WorkerThreads("test", 4, 2);

    @AfterEach
    void close() {
        free.countDown();
        workers.close(LIMIT);
    }

    @Test
    void tasks_runAtOnceUpToTheNumberOfThreads() throws Exception {
        // the barrier opens only when four tasks run at the same time
        CyclicBarrier together = new CyclicBarrier(4);
        CountDownLatch done = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            assertThat(workers.offer(() -> {
                        await(together);
                        done.countDown();
                    }))
                    .isTrue();
        }
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void busyWorkers_neverHoldATaskBackWhileThePoolMayGrow() throws Exception {
        for (int busy = 0; busy < 3; busy++) {
            workers.offer(this::waitUntilFree);
        }
        for (int i = 0; i < 1000; i++) {
            CountDownLatch ran = new CountDownLatch(1);
            assertThat(workers.offer(ran::countDown)).isTrue();
            assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void oneMoreThanThreadsAndQueue_isRefused() {
        for (int i = 0; i < 6; i++) {
            assertThat(workers.offer(this::waitUntilFree)).isTrue();
        }
        assertThat(workers.offer(() -> {})).isFalse();
    }

    @Test
    void manyCallersOnEventLoops_neverBlockAndLoseNoTask() {
        // BlockHound watches the parallel scheduler: a caller that parked would fail here
        workers.close(LIMIT);
        workers = new WorkerThreads("many", 8, 100_000);
        AtomicInteger ran = new AtomicInteger();
        Set<String> names = ConcurrentHashMap.newKeySet();
        Long accepted = Flux.range(0, 50_000)
                .parallel(4)
                .runOn(Schedulers.parallel())
                .flatMap(i -> Mono.fromCallable(() -> workers.offer(() -> {
                    ran.incrementAndGet();
                    names.add(Thread.currentThread().getName());
                })))
                .sequential()
                .filter(taken -> taken)
                .count()
                .block(LIMIT);
        workers.close(LIMIT);
        assertThat(accepted).isEqualTo(50_000);
        assertThat(ran).hasValue(50_000);
        assertThat(names).hasSizeBetween(1, 8);
    }

    @Test
    void failingTask_endsNoWorker_andItsInterruptReachesNoOther() throws Exception {
        workers.close(LIMIT);
        workers = new WorkerThreads("one", 1, 8);
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch ran = new CountDownLatch(1);
        workers.offer(() -> {
            Thread.currentThread().interrupt();
            throw new AssertionError("on purpose");
        });
        workers.offer(() -> {
            interrupted.set(Thread.currentThread().isInterrupted());
            ran.countDown();
        });
        assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupted).isFalse();
    }

    @Test
    void close_waitsForAcceptedTasks_refusesLaterOnes_andKeepsItsLimit() {
        AtomicBoolean ran = new AtomicBoolean();
        workers.offer(() -> ran.set(true));
        workers.close(LIMIT);
        assertThat(ran).isTrue();
        assertThat(workers.offer(() -> {})).isFalse();

        WorkerThreads stuck = new WorkerThreads("stuck", 1, 1);
        stuck.offer(this::waitUntilFree);
        stuck.close(Duration.ofMillis(1));
        assertThat(free.getCount())
                .as("close returned while its task still runs")
                .isEqualTo(1);
    }

    private void waitUntilFree() {
        try {
            assertThat(free.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError("a task was interrupted", e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
