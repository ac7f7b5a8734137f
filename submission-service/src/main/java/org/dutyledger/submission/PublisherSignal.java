package org.dutyledger.submission;

/** Wakes the publisher after an append. The ledger is wired before the publisher, so the wire is pulled in later. */
final class PublisherSignal implements Runnable {
    private volatile Runnable wire = () -> {};

    void connect(Runnable publisher) {
        wire = publisher;
    }

    @Override
    public void run() {
        wire.run();
    }
}
