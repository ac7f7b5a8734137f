package org.dutyledger.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs callers at the same time. */
public final class Together {
    private Together() {}

    /** What all callers returned; fails when one of them failed. */
    public static <T> List<T> run(int callers, IntFunction<List<T>> caller) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Future<List<T>>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int number = i;
                running.add(threads.submit(() -> caller.apply(number)));
            }
            List<T> all = new ArrayList<>();
            for (Future<List<T>> one : running) {
                all.addAll(one.get());
            }
            return all;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
