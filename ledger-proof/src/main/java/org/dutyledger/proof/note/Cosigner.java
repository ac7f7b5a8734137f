package org.dutyledger.proof.note;

import java.security.KeyPair;
import java.time.Instant;

/** Countersigns checkpoints of another's log, with the time (C2SP tlog-cosignature, Ed25519). */
public final class Cosigner {
    private final VerifierKey key;
    private final KeyPair keys;

    public Cosigner(String name, KeyPair keys) {
        this.key = new VerifierKey(name, VerifierKey.COSIGNATURE, keys.getPublic());
        this.keys = keys;
    }

    /**
     * The note with one more line: that at this time this was the largest checkpoint seen, and continued all before. That
     * it is so, the caller has checked.
     */
    public SignedNote cosign(SignedNote checkpoint, Instant at) {
        byte[] message = Cosignature.message(checkpoint.text(), at.getEpochSecond());
        byte[] signature = Ed25519Keys.sign(keys.getPrivate(), message);
        return checkpoint.with(key.line(Cosignature.bytes(at.getEpochSecond(), signature)));
    }

    /** The verifier of its lines. */
    public VerifierKey key() {
        return key;
    }
}
