package org.dutyledger.report.service;

class ReportServiceFakeMongoIT extends ReportServiceContract {
    @Override
    TestMongo mongo() {
        return TestMongo.inMemory();
    }
}
