package org.dutyledger.verifier.check;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.Cosignature;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.MalformedNoteException;
import org.dutyledger.proof.note.NoteVerifier;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.note.VerifierKey;
import org.dutyledger.verifier.bundle.Bundle;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.finding.Text;

/**
 * Whether the checkpoint is signed by the required keys.
 *
 * @param checkpoint the signed checkpoint
 * @param held the results that hold
 * @param remarks signatures that were not required
 */
public record CheckpointCheck(Checkpoint checkpoint, List<Text> held, List<Text> remarks) {
    /** How the origin of an export's seal ends, which has the form of a checkpoint. */
    private static final String SEAL = "/export";

    /**
     * Checks the signatures.
     *
     * @throws DoesNotHold when one is missing or wrong
     */
    public static CheckpointCheck of(Bundle bundle, Trust trust) {
        PublicKey key = key(bundle.key());
        SignedNote note = note(bundle.checkpoint());
        Checkpoint checkpoint = checkpoint(note);
        if (trust.key() != null && !trust.key().equals(key)) {
            throw new DoesNotHold(
                    Code.CHECKPOINT_KEY,
                    "证明包中的公钥（指纹 %s）不是指定的公钥（指纹 %s）",
                    "the bundle's key (fingerprint %s) is not the key that must have signed (fingerprint %s)",
                    Fingerprint.of(key),
                    Fingerprint.of(trust.key()));
        }
        if (!new NoteVerifier(checkpoint.origin(), key).accepts(note)) {
            throw new DoesNotHold(
                    Code.CHECKPOINT_SIGNATURE,
                    "检查点“%s”（%s 条）没有公钥（指纹 %s）的有效签名",
                    "the checkpoint '%s' of %s events bears no valid signature of the key %s",
                    checkpoint.origin(),
                    checkpoint.size(),
                    Fingerprint.of(key));
        }
        List<Text> held = new ArrayList<>();
        held.add(Text.of(
                "检查点“%s”（%s 条事件）签名有效，公钥指纹 %s",
                "the checkpoint '%s' of %s events is signed by the key with fingerprint %s",
                checkpoint.origin(),
                checkpoint.size(),
                Fingerprint.of(key)));
        for (VerifierKey cosigner : trust.cosigners()) {
            held.add(Text.of(
                    "检查点由“%s”于 %s 副署",
                    "the checkpoint was cosigned by '%s' at %s",
                    cosigner.name(),
                    Envelope.shownTime(cosigned(note, cosigner).toString())));
        }
        return new CheckpointCheck(
                checkpoint, held, unchecked(note, new NoteVerifier(checkpoint.origin(), key), trust));
    }

    private static Instant cosigned(SignedNote note, VerifierKey cosigner) {
        return note.signatures().stream()
                .filter(cosigner::names)
                .findFirst()
                .flatMap(line -> Cosignature.time(cosigner, note.text(), line))
                .orElseThrow(() -> new DoesNotHold(
                        Code.COSIGNATURE,
                        "检查点没有“%s”的有效副署",
                        "the checkpoint bears no valid cosignature of '%s'",
                        cosigner.name()));
    }

    private static List<Text> unchecked(SignedNote note, NoteVerifier signer, Trust trust) {
        return note.signatures().stream()
                .filter(line ->
                        !signer.names(line) && trust.cosigners().stream().noneMatch(key -> key.names(line)))
                .map(line -> Text.of(
                        "检查点上署名“%s”的签名未核验：未用 --cosigner 给出其公钥",
                        "the signature of '%s' on the checkpoint was not checked: no key was given with --cosigner",
                        line.name()))
                .toList();
    }

    private static PublicKey key(byte[] x509) {
        try {
            PublicKey key = Ed25519Keys.publicPem(Base64.getEncoder().encodeToString(x509));
            if (Arrays.equals(key.getEncoded(), x509)) {
                return key;
            }
        } catch (MalformedNoteException e) {
            // reported below, with every other spelling that is not the canonical one
        }
        throw new DoesNotHold(Code.BUNDLE_FORM, "key 不是 Ed25519 公钥", "key is not an Ed25519 key");
    }

    private static SignedNote note(String text) {
        try {
            SignedNote note = SignedNote.parse(text);
            if (note.format().equals(text)) {
                return note;
            }
        } catch (MalformedNoteException e) {
            // reported below
        }
        throw new DoesNotHold(Code.BUNDLE_FORM, "checkpoint 不是签名文本", "checkpoint is not a signed note");
    }

    private static Checkpoint checkpoint(SignedNote note) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(note.text());
        } catch (MalformedNoteException e) {
            throw new DoesNotHold(Code.BUNDLE_FORM, "不是检查点：%s", "not a checkpoint: %s", String.valueOf(e.getMessage()));
        }
        if (checkpoint.origin().endsWith(SEAL)) {
            throw new DoesNotHold(
                    Code.BUNDLE_FORM,
                    "“%s”是导出文件的封签，不是检查点",
                    "'%s' is the seal of an export, not a checkpoint",
                    checkpoint.origin());
        }
        return checkpoint;
    }
}
