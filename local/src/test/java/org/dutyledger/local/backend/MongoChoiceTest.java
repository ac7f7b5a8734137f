package org.dutyledger.local.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.dutyledger.local.machine.BackendException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoChoiceTest {
    private static final Backends.MongoSelection MONGOD =
            new Backends.MongoSelection(null, Path.of("/opt/mongod"), false);

    @TempDir
    Path directory;

    @Test
    void givenAddress_winsOverEverything() {
        Backends.MongoSelection requested =
                new Backends.MongoSelection("mongodb://db1:27017,db2:27017/?replicaSet=rs0", null, false);
        MongoChoice choice = MongoChoice.of(requested, directory);
        assertThat(choice.kind()).isEqualTo(MongoChoice.Kind.EXTERNAL);
        assertThat(choice.detail()).startsWith("mongodb://db1");
    }

    @Test
    void directory_staysWithItsEmbeddedServer_whenAMongodAppears() {
        MongoChoice.of(Backends.MongoSelection.EMBEDDED, directory).remember(directory);
        assertThat(MongoChoice.of(Backends.MongoSelection.ANY, directory).kind())
                .isEqualTo(MongoChoice.Kind.EMBEDDED);
    }

    @Test
    void directory_refusesAnotherMongo() {
        MongoChoice.of(MONGOD, directory).remember(directory);
        assertThatThrownBy(() -> MongoChoice.of(Backends.MongoSelection.EMBEDDED, directory))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("was used with 'mongod'")
                .hasMessageContaining("--data");
    }

    @Test
    void directory_acceptsTheSameMongodAtAnotherPath() {
        MongoChoice.of(MONGOD, directory).remember(directory);
        Backends.MongoSelection moved = new Backends.MongoSelection(null, Path.of("/usr/bin/mongod"), false);
        assertThat(MongoChoice.of(moved, directory).detail()).isEqualTo("/usr/bin/mongod");
    }

    @Test
    void passwordInTheAddress_isNotWrittenDown() throws Exception {
        Backends.MongoSelection requested =
                new Backends.MongoSelection("mongodb://user:secret@db1:27017/", null, false);
        MongoChoice.of(requested, directory).remember(directory);
        assertThat(directory.resolve("mongodb.choice")).content().isEqualTo("mongodb db1:27017");
    }
}
