package org.dutyledger.ledger.append;

import java.time.Duration;

/**
 * Limits of an appender.
 *
 * @param timeout how long a caller waits for its commit
 * @param queueCapacity commits that may wait; more are refused at once
 * @param maxBatchCommits commits sent together, at most 512 so that the driver sends one command
 * @param maxBatchBytes bytes sent together, and the most that one commit may have
 */
public record AppendSettings(Duration timeout, int queueCapacity, int maxBatchCommits, int maxBatchBytes) {
    public AppendSettings {
        if (timeout.isNegative() || timeout.isZero() || queueCapacity < 1) {
            throw new IllegalArgumentException("an appender needs a timeout and a queue capacity above 0");
        }
        if (maxBatchCommits < 1 || maxBatchCommits > 512 || maxBatchBytes < 1 || maxBatchBytes > 8 << 20) {
            throw new IllegalArgumentException("a batch has 1 to 512 commits and at most 8 MiB");
        }
    }

    /** 10 s, 4096 waiting commits, batches of 512 commits or 8 MiB. */
    public static AppendSettings defaults() {
        return new AppendSettings(Duration.ofSeconds(10), 4096, 512, 8 << 20);
    }

    /** The same with another time limit. */
    public AppendSettings withTimeout(Duration other) {
        return new AppendSettings(other, queueCapacity, maxBatchCommits, maxBatchBytes);
    }
}
