package org.dutyledger.submission.intake.kafka;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Creates the topics and then starts the listener, in the background: the service starts and accepts submissions over
 * HTTP while Kafka is unavailable.
 */
final class InboundListenerStarter implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(InboundListenerStarter.class);
    private static final long PAUSE_SECONDS = 2;

    private final BooleanSupplier createTopics;
    private final Runnable open;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread named = new Thread(task, "kafka-listener-starter");
        named.setDaemon(true);
        return named;
    });
    private volatile boolean running;

    InboundListenerStarter(BooleanSupplier createTopics, Runnable open) {
        this.createTopics = createTopics;
        this.open = open;
    }

    @Override
    public void start() {
        running = true;
        thread.execute(this::attempt);
    }

    private void attempt() {
        if (!running) {
            return;
        }
        try {
            if (createTopics.getAsBoolean()) {
                open.run();
                return;
            }
        } catch (RuntimeException e) {
            LOG.warn("Kafka's topics cannot be made ready yet: {}", e.getMessage());
        }
        thread.schedule(this::attempt, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
