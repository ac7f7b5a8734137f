package org.dutyledger.submission.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.it.Api.FINANCE;
import static org.dutyledger.submission.it.Api.figure;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndDeleteOptions;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** An export of a ledger in which a commit is missing before one that nothing has read yet. */
class ExportHoleIT {
    /** The embedded server's reader follows the log by exact positions and cannot see behind a hole. */
    @Test
    void aHole_isRefused() throws Exception {
        assumeTrue(Backends.isRealMongo(), "needs a mongod");
        try (RunningService broken = RunningService.start()) {
            Api.openCycle(broken.as("office"));
            assertThat(ExportIT.download(broken).body()).contains("\"seal\"");
            Api finance = broken.as("submitter", FINANCE);
            assertThat(finance.submit(FINANCE, figure("general_public_budget_education", "\"20.5\"", "亿元"))
                            .status())
                    .isEqualTo(201);
            MongoCollection<Document> log = broken.bean(MongoDatabase.class).getCollection("log");
            Document last = Objects.requireNonNull(
                    log.findOneAndDelete(new Document(), new FindOneAndDeleteOptions().sort(new Document("_id", -1))));

            // its place is empty, and what follows was never seen by this process
            Document later = new Document(last).append("_id", last.getLong("_id") + 9);
            later.remove("r");
            log.insertOne(later);
            HttpResponse<String> hole = ExportIT.download(broken);
            assertThat(hole.statusCode()).isEqualTo(409);
            assertThat(hole.body()).contains("CHECKPOINT_REFUSED", "a commit after that was removed");
        }
    }
}
