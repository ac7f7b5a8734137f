package org.dutyledger.scoring;

import java.nio.file.Path;

class ScoringOnMongodIT extends ScoringContract {
    @Override
    Backends.Mongo mongo(Path directory) throws Exception {
        return Backends.mongod();
    }
}
