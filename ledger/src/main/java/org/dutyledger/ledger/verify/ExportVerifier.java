package org.dutyledger.ledger.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dutyledger.ledger.chain.CommitHash;
import org.dutyledger.ledger.checkpoint.Checkpoint;
import org.dutyledger.ledger.checkpoint.ExportEnd;
import org.dutyledger.ledger.note.MalformedNoteException;
import org.dutyledger.ledger.note.NoteVerifier;
import org.dutyledger.ledger.note.SignedNote;
import org.dutyledger.ledger.tree.MerkleTree;
import org.dutyledger.ledger.verify.ExportReport.Statement;
import org.dutyledger.ledger.verify.LedgerBreak.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Checks an export line by line, with nothing but the file: what {@link ChainVerifier} checks, what stands beside the
 * events' bytes against the bytes, the running sum, and at the end the root, size and signature of the checkpoint. Any
 * altered byte, and any line removed, added or moved, is found; the first one is named. For one export.
 */
public final class ExportVerifier {
    private final @Nullable PublicKey trusted;
    private final List<SignedNote> earlier;
    private final ChainVerifier chain = new ChainVerifier();
    private final MerkleTree tree = new MerkleTree();
    private byte[] sum = CommitHash.genesis();
    private long lines;
    private long commits;
    private @Nullable Statement statement;

    /**
     * A verifier.
     *
     * @param trusted key that must have signed; null takes the one in the file, which proves less
     * @param earlier checkpoints kept from before, which the ledger must continue
     */
    public ExportVerifier(@Nullable PublicKey trusted, List<SignedNote> earlier) {
        this.trusted = trusted;
        this.earlier = List.copyOf(earlier);
    }

    /** Reads to the end, or to the first break. */
    public ExportReport verify(InputStream export) throws IOException {
        LedgerBreak found = null;
        while (found == null) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
            boolean whole = readLine(export, line);
            if (whole || line.size() > 0) {
                lines++;
            }
            if (statement != null) {
                found = line.size() == 0 && !whole ? null : broken(Kind.FORM, "something follows the last line");
                break;
            }
            found = whole ? check(line.toByteArray()) : broken(Kind.END, "cut off: the last line is not whole");
        }
        return new ExportReport(
                lines,
                commits,
                tree.size(),
                chain.streams(),
                found == null ? Optional.ofNullable(statement) : Optional.empty(),
                Optional.ofNullable(found));
    }

    private @Nullable LedgerBreak check(byte[] line) {
        try {
            return ExportEnd.begins(line) ? end(ExportEnd.parse(line)) : commit(line, ExportLine.parse(line));
        } catch (IllegalArgumentException | MalformedNoteException e) {
            return broken(Kind.FORM, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable LedgerBreak commit(byte[] line, ExportLine parsed) {
        if (!chain.accept(parsed.commit())) {
            return chain.firstBreak().orElseThrow();
        }
        Optional<String> difference = EventFields.difference(parsed);
        if (difference.isPresent()) {
            return broken(Kind.FIELD, difference.get());
        }
        if (!parsed.sumsUp(sum, line)) {
            return broken(Kind.SUM, "the running sum of the lines differs");
        }
        parsed.commit().events().forEach(e -> tree.add(CommitHash.leaf(e.data())));
        sum = parsed.sum();
        commits++;
        return null;
    }

    private @Nullable LedgerBreak end(ExportEnd end) {
        Checkpoint checkpoint = Checkpoint.parse(end.checkpoint().text());
        Checkpoint seal = Checkpoint.parse(end.seal().text());
        NoteVerifier key = new NoteVerifier(checkpoint.origin(), trusted == null ? end.key() : trusted);
        if (trusted != null && !trusted.equals(end.key())) {
            return broken(Kind.SIGNATURE, "the export names another key than " + key.keyId());
        }
        if (!key.accepts(end.checkpoint()) || !key.accepts(end.seal())) {
            return broken(Kind.SIGNATURE, "no valid signature of the key " + key.keyId());
        }
        if (checkpoint.size() != tree.size()) {
            return broken(Kind.END, "ends at " + tree.size() + ", known to end at " + checkpoint.size());
        }
        if (!Arrays.equals(checkpoint.root(), tree.root())) {
            return broken(Kind.ROOT, "the root of the tree differs");
        }
        if (!seal.origin().equals(ExportEnd.sealOrigin(checkpoint.origin()))
                || seal.size() != commits
                || !Arrays.equals(seal.root(), sum)) {
            return broken(Kind.SUM, "the seal is not of these lines");
        }
        for (SignedNote note : earlier) {
            Checkpoint before = Checkpoint.parse(note.text());
            if (!key.accepts(note)) {
                return broken(Kind.SIGNATURE, "earlier checkpoint of " + before.size() + " events: signature");
            }
            if (before.size() > tree.size() || !Arrays.equals(before.root(), tree.root(before.size()))) {
                return broken(Kind.EARLIER, "checkpoint of " + before.size() + " events");
            }
        }
        statement = new Statement(checkpoint, key.keyId(), trusted != null, earlier.size());
        return null;
    }

    private LedgerBreak broken(Kind kind, String detail) {
        return new LedgerBreak(kind, tree.size(), detail);
    }

    /** Whether a newline ended it. */
    private static boolean readLine(InputStream in, ByteArrayOutputStream line) throws IOException {
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        return next == '\n';
    }
}
