package org.dutyledger.submission.audit.proof;

import java.util.HexFormat;
import java.util.List;
import org.dutyledger.kit.Problem;
import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.ExactBase64;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.submission.audit.SignedTree;

/**
 * One event's place in a checkpoint. The leaf is that of the bytes as they are stored now, the path that of the tree as
 * it was signed: for an altered event they do not match.
 *
 * @param checkpoint the signed note
 * @param key X.509, Base64
 * @param leaf lower-case hex
 * @param path Base64, from the leaf up
 */
record EventProof(String checkpoint, String key, String position, String leaf, List<String> path) {

    /** @throws Problem 404 {@code POSITION_UNKNOWN} */
    static EventProof of(long position, LedgerReader ledger, SignedTree tree) {
        SignedNote checkpoint = tree.checkpointOf(position);
        long size = Checkpoint.parse(checkpoint.text()).size();
        if (position < 0 || position >= size) {
            throw new Problem(404, "POSITION_UNKNOWN", "the ledger holds the positions before " + size + " only");
        }
        StoredEvent event = ledger.find(position)
                .orElseThrow(() -> new Problem(
                        409, "LEDGER_ALTERED", "position " + position + " was signed, but the ledger lacks it now"));
        return new EventProof(
                checkpoint.format(),
                ExactBase64.encode(tree.key().getEncoded()),
                Long.toString(position),
                HexFormat.of().formatHex(CommitHash.leaf(event.data())),
                path(position, size, tree));
    }

    static List<String> path(long position, long size, SignedTree tree) {
        return tree.inclusion(position, size).stream().map(ExactBase64::encode).toList();
    }
}
