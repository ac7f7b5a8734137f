package org.dutyledger.scoring;

import java.nio.file.Path;

class ForgedEvidenceOnEmbeddedMongoIT extends ForgedEvidenceContract {
    @Override
    Backends.Mongo mongo(Path directory) {
        return Backends.inMemory();
    }
}
