package org.dutyledger.scoring;

class ScoringOnEmbeddedMongoIT extends ScoringContract {
    @Override
    Backends.Mongo mongo() {
        return Backends.inMemory();
    }
}
