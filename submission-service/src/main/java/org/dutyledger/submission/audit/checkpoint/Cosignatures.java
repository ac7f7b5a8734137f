package org.dutyledger.submission.audit.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dutyledger.kit.Problem;
import org.dutyledger.ledger.notary.CheckpointHistory;
import org.dutyledger.proof.note.Cosignature;
import org.dutyledger.proof.note.MalformedNoteException;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.note.SignedNote.Signature;
import org.dutyledger.proof.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accepts cosignatures of the configured cosigners only, after checking them. */
@Component
final class Cosignatures {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);
    private static final int MAX_BYTES = 64 << 10;
    private final CheckpointHistory history;
    private final List<VerifierKey> cosigners;
    private final Clock clock;

    Cosignatures(CheckpointHistory history, CheckpointSettings settings, Clock clock) {
        this.history = history;
        this.cosigners = settings.cosigners().stream()
                .map(String::strip)
                .map(VerifierKey::parse)
                .toList();
        this.clock = clock;
        for (VerifierKey key : cosigners) {
            if (key.type() != VerifierKey.COSIGNATURE) {
                throw new IllegalArgumentException(
                        "dutyledger.audit.cosigners: " + key.text() + " is not a key for cosignatures (type 0x04)");
            }
        }
    }

    /**
     * Keeps the cosignatures in a body: one signature line, or the cosigned note with any number of them.
     *
     * @return the checkpoint with all its signatures
     * @throws Problem when there is no such checkpoint, or not one line of a configured cosigner, or a wrong one
     */
    SignedNote accept(long size, byte @Nullable [] body) {
        String text = text(body);
        SignedNote kept = history.of(size)
                .orElseThrow(() ->
                        new Problem(404, "CHECKPOINT_NOT_FOUND", "no checkpoint of " + size + " events was given out"));
        List<Signature> lines = lines(text, kept).stream()
                .filter(line -> cosigners.stream().anyMatch(key -> key.names(line)))
                .toList();
        if (lines.isEmpty()) {
            throw new Problem(
                    422,
                    "COSIGNER_UNKNOWN",
                    "no line is of a configured cosigner: name and key id must be those of its key");
        }
        lines.forEach(line -> check(kept, line));
        lines.forEach(line -> history.sign(size, line));
        return history.of(size).orElse(kept);
    }

    private static List<Signature> lines(String text, SignedNote kept) {
        try {
            if (text.startsWith("\u2014 ")) {
                return text.lines().map(Signature::parse).toList();
            }
            SignedNote note = SignedNote.parse(text);
            if (!note.text().equals(kept.text())) {
                throw new Problem(
                        409,
                        "CHECKPOINT_DIFFERS",
                        "this note is of another checkpoint than the one given out:\n" + kept.text());
            }
            return note.signatures();
        } catch (MalformedNoteException e) {
            throw malformed(String.valueOf(e.getMessage()));
        }
    }

    private void check(SignedNote kept, Signature line) {
        Instant latest = clock.instant().plus(CLOCKS_DIFFER);
        boolean valid = cosigners.stream()
                .flatMap(key -> Cosignature.time(key, kept.text(), line).stream())
                .anyMatch(time -> !time.isAfter(latest));
        if (!valid) {
            throw new Problem(
                    422,
                    "COSIGNATURE_INVALID",
                    "the line of " + line.name()
                            + " is not a valid cosignature of this checkpoint, or is from the future");
        }
    }

    private static String text(byte @Nullable [] body) {
        if (body == null || body.length > MAX_BYTES) {
            throw malformed("the body is a signature line or a cosigned note, at most " + MAX_BYTES + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("the body is not UTF-8");
        }
    }

    private static Problem malformed(String why) {
        return new Problem(400, "MALFORMED_NOTE", why);
    }
}
