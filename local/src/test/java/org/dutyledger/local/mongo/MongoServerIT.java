package org.dutyledger.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.dutyledger.local.RealBackends;
import org.dutyledger.local.machine.BackendException;
import org.dutyledger.local.machine.FreePort;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each MongoDB that the suite starts keeps what it acknowledged, over stops and starts. */
class MongoServerIT {
    @TempDir
    Path directory;

    @Test
    void embedded_keepsItsData_andStatesThatItIsForTrialOnly() {
        try (MongoServer server = EmbeddedMongo.start(directory, FreePort.any())) {
            assertThat(server.description()).contains("for trial only");
            insert(server, 1);
        }
        try (MongoServer server = EmbeddedMongo.start(directory, FreePort.any())) {
            assertThat(count(server)).isEqualTo(1);
        }
    }

    @Test
    void embedded_answersNoMore_afterTheDiskWasFull_andKeepsWhatItAcknowledged() {
        FilePath.register(new FillableDisk());
        String file = FillableDisk.SCHEME + ":" + directory.resolve("store.mv");
        List<String> lost = new CopyOnWriteArrayList<>();
        try (EmbeddedMongo server = EmbeddedMongo.start(DurableH2Backend.open(file), FreePort.any());
                MongoClient client = MongoClients.create(server.uri())) {
            server.watch(lost::add);
            insert(server, 1);
            FillableDisk.full = true;
            assertThatThrownBy(() -> insert(server, 2)).isInstanceOf(MongoException.class);
            assertThat(lost).singleElement().asString().contains("cannot write its file", "No space left on device");
            FillableDisk.full = false;
            assertThatThrownBy(() -> collection(client).countDocuments())
                    .as("a reader would take for stored what is not")
                    .isInstanceOf(MongoException.class)
                    .hasMessageContaining("no longer answers");
            assertThatThrownBy(() -> insert(server, 3)).isInstanceOf(MongoException.class);
            assertThat(lost).hasSize(1);
        } finally {
            FillableDisk.full = false;
        }
        try (MongoServer server = EmbeddedMongo.start(directory, FreePort.any())) {
            assertThat(count(server)).isEqualTo(1);
            insert(server, 2);
        }
    }

    @Test
    void mongod_keepsItsData_underTheSamePort() {
        Path mongod = RealBackends.mongod();
        String first;
        try (MongodProcess server = MongodProcess.start(mongod, directory)) {
            RealBackends.log(server.description());
            first = server.uri();
            insert(server, 1);
        }
        try (MongodProcess server = MongodProcess.start(mongod, directory)) {
            assertThat(server.uri()).isEqualTo(first);
            assertThat(count(server)).isEqualTo(1);
        }
    }

    @Test
    void mongod_startsOnAnotherPort_whereTheOldOneIsTaken() throws Exception {
        Path mongod = RealBackends.mongod();
        try (MongodProcess server = MongodProcess.start(mongod, directory)) {
            insert(server, 1);
        }
        Files.writeString(directory.resolve("mongod.port"), "0");
        try (MongodProcess server = MongodProcess.start(mongod, directory)) {
            assertThat(count(server)).isEqualTo(1);
            insert(server, 2);
        }
    }

    @Test
    void mongod_leftByAKilledSuite_isTakenOver() {
        Path mongod = RealBackends.mongod();
        MongodProcess left = MongodProcess.start(mongod, directory);
        insert(left, 1);
        try (MongodProcess server = MongodProcess.start(mongod, directory)) {
            assertThat(server.uri()).isEqualTo(left.uri());
            assertThat(server.description()).contains("taken over");
            assertThat(count(server)).isEqualTo(1);
        }
        try (MongodProcess server = MongodProcess.start(mongod, directory)) {
            assertThat(server.description()).doesNotContain("taken over");
        }
    }

    @Test
    void mongod_leftByAKilledSuite_canBeEnded() {
        MongodProcess left = MongodProcess.start(RealBackends.mongod(), directory);
        assertThat(MongodProcess.endLeftOver(directory)).isPresent();
        assertThat(MongodProcess.endLeftOver(directory)).isEmpty();
        assertThat(left.description()).contains("mongod process");
    }

    @Test
    void mongod_thatDoesNotStart_namesItsLog() {
        Path noMongod = Path.of("/bin/false");
        assertThatThrownBy(() -> MongodProcess.start(noMongod, directory))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("mongod.out in " + directory);
    }

    @Test
    void externalStandalone_isRefused() throws Exception {
        int port = FreePort.any();
        Process mongod = new ProcessBuilder(
                        RealBackends.mongod().toString(),
                        "--dbpath=" + directory,
                        "--port=" + port,
                        "--bind_ip=127.0.0.1",
                        "--nounixsocket",
                        "--wiredTigerCacheSizeGB=0.25")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("mongod.out").toFile())
                .start();
        try {
            assertThatThrownBy(() -> ExternalMongo.connect("mongodb://127.0.0.1:" + port + "/"))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContainingAll("127.0.0.1:" + port + " is a standalone", "--replSet", "rs.initiate()");
        } finally {
            mongod.destroy();
            mongod.waitFor();
        }
    }

    private static void insert(MongoServer server, int id) {
        try (MongoClient client = MongoClients.create(server.uri())) {
            collection(client)
                    .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                    .insertOne(new Document("_id", id));
        }
    }

    private static long count(MongoServer server) {
        try (MongoClient client = MongoClients.create(server.uri())) {
            return collection(client).countDocuments();
        }
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("test").getCollection("kept");
    }
}
