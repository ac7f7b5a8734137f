package org.dutyledger.scoring;

import java.nio.file.Path;

class ScoringOnEmbeddedMongoIT extends ScoringContract {
    @Override
    Backends.Mongo mongo(Path directory) {
        return Backends.inMemory();
    }
}
