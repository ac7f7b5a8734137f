package org.dutyledger.submission.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.MalformedNoteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointKeyTest {
    @TempDir
    Path directory;

    @Test
    void aMissingKey_isMadeOnce_forItsOwnerOnly() throws Exception {
        Path file = directory.resolve("keys/checkpoint.pem");
        KeyPair made = CheckpointKey.in(file);
        assertThat(CheckpointKey.in(file).getPublic()).isEqualTo(made.getPublic());
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(Ed25519Keys.publicPem(Files.readString(directory.resolve("keys/checkpoint-public.pem"))))
                .isEqualTo(made.getPublic());
    }

    @Test
    void aFileThatIsNoKey_isNotReplaced() throws Exception {
        Path file = Files.writeString(directory.resolve("checkpoint.pem"), "something");
        assertThatThrownBy(() -> CheckpointKey.in(file)).isInstanceOf(MalformedNoteException.class);
        assertThat(file).hasContent("something");
    }

    @Test
    void leftoversOfAKilledStart_doNotStopTheNextOne() throws Exception {
        Path file = directory.resolve("checkpoint.pem");
        Files.writeString(directory.resolve("key1.part"), "-----BEGIN PRIV");
        KeyPair made = CheckpointKey.in(file);
        Path publicKey = directory.resolve("checkpoint-public.pem");
        Files.delete(publicKey);
        assertThat(CheckpointKey.in(file).getPublic()).isEqualTo(made.getPublic());
        assertThat(Ed25519Keys.publicPem(Files.readString(publicKey))).isEqualTo(made.getPublic());
    }

    @Test
    void whenManyStartAtOnce_allHaveTheSameKey_orSayThatTheyHaveNone() {
        Path file = directory.resolve("checkpoint.pem");
        Set<PublicKey> keys = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 8).parallel().forEach(i -> {
            try {
                keys.add(CheckpointKey.in(file).getPublic());
            } catch (IOException anotherOneWasFaster) {
                assertThat(file).exists();
            }
        });
        assertThat(keys).hasSize(1);
    }
}
