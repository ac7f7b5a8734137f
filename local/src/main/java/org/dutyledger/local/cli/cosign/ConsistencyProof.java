package org.dutyledger.local.cli.cosign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dutyledger.local.cli.options.UsageException;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.ExactBase64;
import org.dutyledger.proof.note.MalformedNoteException;
import org.dutyledger.proof.tree.MerkleProof;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer of {@code /api/v1/ledger/consistency}: a proof that one size of a ledger is the beginning of another.
 *
 * @param hashes 32 bytes each, as of RFC 6962, 2.1.2
 */
record ConsistencyProof(String from, String to, List<byte[]> hashes) {

    static ConsistencyProof in(Path file) {
        try {
            return of(JsonMapper.shared().readTree(Files.readString(file)));
        } catch (IOException | JacksonException | MalformedNoteException e) {
            throw new UsageException(file + " holds no consistency proof: " + e.getMessage());
        }
    }

    static ConsistencyProof of(JsonNode json) {
        return new ConsistencyProof(
                json.path("from").asString(""),
                json.path("to").asString(""),
                json.path("proof")
                        .valueStream()
                        .map(hash -> ExactBase64.decode(hash.asString("")))
                        .toList());
    }

    /** Demands that it is of these two, and shows what it should. */
    void require(Checkpoint earlier, Checkpoint next) {
        if (!from.equals(Long.toString(earlier.size())) || !to.equals(Long.toString(next.size()))) {
            throw new UsageException("the proof is of the sizes " + from + " and " + to + "; needed is one of "
                    + earlier.size() + " and " + next.size());
        }
        if (hashes.stream().anyMatch(hash -> hash.length != 32)
                || !MerkleProof.extendsTree(earlier.size(), earlier.root(), next.size(), next.root(), hashes)) {
            throw new UsageException("NOT cosigned: the ledger of " + next.size()
                    + " events does not continue the one of " + earlier.size()
                    + " events that was seen before. Either the proof is wrong, or history was rewritten");
        }
    }
}
