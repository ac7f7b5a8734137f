package org.dutyledger.scoring;

import java.nio.file.Path;

class ForgedEvidenceOnMongodIT extends ForgedEvidenceContract {
    @Override
    Backends.Mongo mongo(Path directory) {
        return Backends.mongod();
    }
}
