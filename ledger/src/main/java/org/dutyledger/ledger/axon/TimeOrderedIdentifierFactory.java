package org.dutyledger.ledger.axon;

import org.axonframework.common.IdentifierFactory;

/** Found by Axon through the service loader, so that event ids are time-ordered as well. */
public final class TimeOrderedIdentifierFactory extends IdentifierFactory {
    private final TimeOrderedIds ids = TimeOrderedIds.system();

    @Override
    public String generateIdentifier() {
        return ids.next().toString();
    }
}
