package org.dutyledger.report.service;

class ForgedTopicsFakeMongoIT extends ForgedTopicsContract {
    @Override
    TestMongo mongo() {
        return TestMongo.inMemory();
    }
}
