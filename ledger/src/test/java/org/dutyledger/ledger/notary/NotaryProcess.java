package org.dutyledger.ledger.notary;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dutyledger.ledger.mongo.MongoLedger;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;

/**
 * A process of its own that appends and signs by turns: {@code uri database key memory rounds}. Prints the size and the first
 * signature of each checkpoint that it was given.
 */
final class NotaryProcess {
    private NotaryProcess() {}

    public static void main(String[] args) throws Exception {
        try (MongoClient client = MongoClients.create(args[0]);
                MongoLedger ledger = MongoLedger.open(client.getDatabase(args[1]))) {
            MongoDatabase database = client.getDatabase(args[1]);
            NoteSigner notes =
                    new NoteSigner(Office.ORIGIN, Ed25519Keys.privatePem(Files.readString(Path.of(args[2]))));
            CheckpointSigner signer = CheckpointSigner.remembering(notes, Path.of(args[3]));
            Office office = new Office(ledger, new Notary(signer, new MongoCheckpoints(database)));
            for (int i = 0; i < Integer.parseInt(args[4]); i++) {
                Office.append(ledger, "t");
                var given = office.checkpoint();
                System.out.println("GIVEN " + Checkpoint.parse(given.text()).size() + " "
                        + java.util.HexFormat.of()
                                .formatHex(given.signatures().get(0).bytes()));
            }
        }
    }
}
