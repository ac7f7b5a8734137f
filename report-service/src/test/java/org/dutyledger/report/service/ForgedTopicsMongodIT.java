package org.dutyledger.report.service;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

class ForgedTopicsMongodIT extends ForgedTopicsContract {
    @Override
    TestMongo mongo() throws Exception {
        Optional<TestMongo> real = TestMongo.real();
        Assumptions.assumeTrue(real.isPresent(), "no mongod: set MONGOD or put it on PATH");
        return real.get();
    }
}
