package org.dutyledger.scoring;

class ScoringOnMongodIT extends ScoringContract {
    @Override
    Backends.Mongo mongo() {
        return Backends.mongod();
    }
}
