package org.dutyledger.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.dutyledger.kit.Problem;
import org.dutyledger.ledger.backend.RealMongod;
import org.junit.jupiter.api.Test;

/** Several processes on the generations of one projection. Here, since the kit itself has no MongoDB to test with. */
class GenerationsIT {

    @Test
    void generationThatAnotherRebuildDropped_isNotTaken() {
        try (RealMongod mongod = RealMongod.start();
                MongoClient client = MongoClients.create(mongod.uri())) {
            MongoDatabase database = client.getDatabase("rebuilt");
            Generations one = new Generations(database, 1);
            Generations other = new Generations(database, 1);
            int old = one.current();
            int built = one.begin();
            one.collection(built, "items").insertOne(new Document("_id", 1));
            int newer = other.begin();
            assertThat(one.collection(built, "items").countDocuments()).isZero();
            assertThatThrownBy(() -> one.replace(old, built))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.code()).isEqualTo("REBUILD_OVERTAKEN"));
            assertThat(one.current()).isEqualTo(old);
            other.replace(old, newer);
            assertThat(one.current()).isEqualTo(newer);
        }
    }

    @Test
    void anotherForm_beginsOneEmptyGeneration_andDropsNothingThatAnotherProcessMayUse() {
        try (RealMongod mongod = RealMongod.start();
                MongoClient client = MongoClients.create(mongod.uri())) {
            MongoDatabase database = client.getDatabase("form");
            Generations before = new Generations(database, 1);
            int old = before.current();
            before.collection(old, "items").insertOne(new Document("_id", 1));
            Generations one = new Generations(database, 2);
            int now = one.current();
            assertThat(now).isNotEqualTo(old);
            assertThat(one.collection(now, "items").countDocuments()).isZero();
            assertThat(new Generations(database, 2).current()).isEqualTo(now);
            assertThat(before.collection(old, "items").countDocuments()).isOne();
            one.begin();
            assertThat(before.collection(old, "items").countDocuments()).isZero();
        }
    }
}
