package org.dutyledger.scoring;

import java.nio.file.Path;
import reactor.blockhound.BlockHound;

/** Runs under BlockHound too: a blocking call on an event loop would turn its request into an error. */
class ScoringOnEmbeddedMongoIT extends ScoringContract {
    static {
        BlockHound.install();
    }

    @Override
    Backends.Mongo mongo(Path directory) {
        return Backends.inMemory();
    }
}
