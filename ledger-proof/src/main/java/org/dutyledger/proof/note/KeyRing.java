package org.dutyledger.proof.note;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/** The public keys that may have signed in one name: the one of today, and those before it. */
public record KeyRing(List<PublicKey> keys) {
    public KeyRing {
        keys = List.copyOf(keys);
    }

    /** The key of this ring that signed the note under that name; none also when one of its keys signed wrongly. */
    public Optional<NoteVerifier> signerOf(String name, SignedNote note) {
        return keys.stream()
                .map(key -> new NoteVerifier(name, key))
                .filter(key -> key.accepts(note))
                .findFirst();
    }

    /** Whether a line claims a key of this ring although that key did not make the signature. */
    public boolean spoiled(String name, SignedNote note) {
        return keys.stream()
                .map(key -> new NoteVerifier(name, key))
                .anyMatch(key -> note.signatures().stream().anyMatch(key::names) && !key.accepts(note));
    }
}
