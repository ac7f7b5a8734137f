package org.dutyledger.verifier.check;

import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.tree.MerkleProof;
import org.dutyledger.verifier.bundle.Bundle;
import org.dutyledger.verifier.bundle.ProvenEvent;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.finding.Text;

/** Whether every event is, byte for byte, at its position of the tree that the checkpoint signs. */
public final class TreeCheck {
    private TreeCheck() {}

    /**
     * Follows every path to the root.
     *
     * @throws DoesNotHold naming the first event whose path does not lead there
     */
    public static Text of(Bundle bundle, Checkpoint checkpoint) {
        for (ProvenEvent event : bundle.events()) {
            byte[] leaf = CommitHash.leaf(event.data());
            if (!MerkleProof.includes(event.position(), checkpoint.size(), leaf, event.path(), checkpoint.root())) {
                throw new DoesNotHold(
                        Code.EVENT_NOT_IN_TREE,
                        "%s不在检查点的账本里：内容、位置或路径被改动",
                        "%s is not in the checkpoint's ledger: its content, place or path was altered",
                        Envelope.describe(event));
            }
        }
        return Text.of(
                "%s 条事件逐字节在检查点的账本里，各在其位",
                "%s events are in the checkpoint's ledger, byte for byte and each at its place",
                bundle.events().size());
    }
}
