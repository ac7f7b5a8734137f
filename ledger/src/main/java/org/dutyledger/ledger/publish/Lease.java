package org.dutyledger.ledger.publish;

/**
 * A hint which of several instances should publish, so that they do not all do the same work. Nothing rests on it: two
 * at once only make duplicates, which consumers drop.
 */
public interface Lease extends AutoCloseable {

    /** Whether this instance should publish now. Asked often: takes and renews the lease when that is due. */
    boolean isHeld();

    /** Gives the lease back so that another instance need not wait. */
    @Override
    void close();

    /** For a single instance. */
    static Lease always() {
        return new Lease() {
            @Override
            public boolean isHeld() {
                return true;
            }

            @Override
            public void close() {
                // there is no other process to give it to
            }
        };
    }
}
