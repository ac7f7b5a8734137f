package org.dutyledger.verifier.cosign;

import java.util.List;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.ExactBase64;
import org.dutyledger.proof.note.MalformedNoteException;
import org.dutyledger.proof.tree.MerkleProof;
import org.dutyledger.verifier.input.UnusableInputException;
import org.dutyledger.verifier.json.Json;
import org.dutyledger.verifier.json.JsonObject;
import org.dutyledger.verifier.json.MalformedJsonException;

/**
 * The answer of {@code /api/v1/ledger/consistency}: a proof that one size of a ledger is the beginning of another.
 *
 * @param hashes 32 bytes each, as of RFC 6962, 2.1.2
 */
record ConsistencyProof(String from, String to, List<byte[]> hashes) {

    static ConsistencyProof read(byte[] json) {
        try {
            JsonObject answer = Json.object(json);
            return new ConsistencyProof(
                    answer.text("from"),
                    answer.text("to"),
                    answer.texts("proof").stream().map(ExactBase64::decode).toList());
        } catch (MalformedJsonException | MalformedNoteException e) {
            throw new UnusableInputException("what was given holds no consistency proof: " + e.getMessage());
        }
    }

    /** Requires that it is of these two, and shows what it should. */
    void require(Checkpoint earlier, Checkpoint next) {
        if (!from.equals(Long.toString(earlier.size())) || !to.equals(Long.toString(next.size()))) {
            throw new UnusableInputException("the proof is of the sizes " + from + " and " + to + "; needed is one of "
                    + earlier.size() + " and " + next.size());
        }
        if (hashes.stream().anyMatch(hash -> hash.length != 32)
                || !MerkleProof.extendsTree(earlier.size(), earlier.root(), next.size(), next.root(), hashes)) {
            throw new UnusableInputException("NOT cosigned: the ledger of " + next.size()
                    + " events does not continue the one of " + earlier.size()
                    + " events that was seen before. Either the proof is wrong, or history was rewritten");
        }
    }
}
