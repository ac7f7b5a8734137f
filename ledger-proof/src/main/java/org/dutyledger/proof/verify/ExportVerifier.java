package org.dutyledger.proof.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.KeyRing;
import org.dutyledger.proof.note.MalformedNoteException;
import org.dutyledger.proof.note.NoteVerifier;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.verify.LedgerBreak.Kind;
import org.dutyledger.proof.verify.LedgerReport.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Checks an export line by line, with nothing but the file: what {@link LedgerCheck} checks, the running sum, and at the
 * end the seal. Any altered byte, and any line removed, added or moved, is found; the first one is named.
 */
public final class ExportVerifier {
    private static final int LONGEST_LINE = 64 << 20;

    private final List<PublicKey> trusted;
    private final List<SignedNote> earlier;

    /**
     * A verifier.
     *
     * @param trusted keys of which one must have signed; none takes the one in the file, which proves less
     * @param earlier checkpoints kept from before, which the ledger must continue
     */
    public ExportVerifier(List<PublicKey> trusted, List<SignedNote> earlier) {
        this.trusted = List.copyOf(trusted);
        this.earlier = List.copyOf(earlier);
    }

    /** An export that can be read from its beginning more than once. */
    public interface Source {
        /** From its beginning; to be closed. */
        InputStream open() throws IOException;
    }

    /** Reads to the end, or to the first break; then once more if reports were issued, up to the last of them. */
    public LedgerReport verify(Source export) throws IOException {
        Reading reading = new Reading(commit -> {});
        try (InputStream in = export.open()) {
            reading.toTheEnd(in);
        }
        LedgerReport report = reading.report();
        if (report.found().isPresent() || reading.check.issued().done()) {
            return report;
        }
        try (InputStream in = export.open()) {
            return compared(report, reading.check.issued(), in);
        }
    }

    private static LedgerReport compared(LedgerReport report, IssuedReports issued, InputStream export)
            throws IOException {
        Optional<LedgerBreak> wrong = Optional.empty();
        long line = 0;
        while (wrong.isEmpty() && !issued.done()) {
            ByteArrayOutputStream next = new ByteArrayOutputStream(1024);
            if (!readLine(export, next)) {
                return report.compared(issued, line, Optional.of(issued.missing()));
            }
            line++;
            try {
                if (ExportLine.parse(next.toByteArray()) instanceof ExportLine.Commit commit) {
                    wrong = issued.compare(commit.commit());
                }
            } catch (IllegalArgumentException | MalformedNoteException alteredMeanwhile) {
                return report.compared(issued, line, Optional.of(issued.missing()));
            }
        }
        return report.compared(issued, line, wrong);
    }

    /** Receives what is sound so far; the verdict on the whole export is known only at the end. */
    public interface Sink {
        /** The next commit. */
        void commit(ExportedCommit commit);

        /** A checkpoint of all commits passed so far, in order of size. */
        default void checkpoint(SignedNote checkpoint) {}
    }

    /** Reads to the end once and hands on what it reads; of issued reports nothing is computed again. */
    public LedgerReport verify(InputStream export, Sink sound) throws IOException {
        Reading reading = new Reading(sound);
        reading.toTheEnd(export);
        return reading.report();
    }

    /** One export under way. */
    private final class Reading {
        private final Sink sound;
        private LedgerCheck check = new LedgerCheck(new KeyRing(List.of()));
        private ExportLine.@Nullable Head head;
        private @Nullable NoteVerifier signer;
        private byte[] sum = CommitHash.genesis();
        private long lines;
        private boolean sealed;

        Reading(Sink sound) {
            this.sound = sound;
        }

        void toTheEnd(InputStream export) throws IOException {
            while (check.found().isEmpty()) {
                ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
                boolean whole = readLine(export, line);
                boolean end = !whole && line.size() == 0;
                lines += end ? 0 : 1;
                if (sealed) {
                    if (!end) {
                        check.fail(Kind.FORM, "something follows the last line");
                    }
                    return;
                }
                if (whole) {
                    take(line.toByteArray());
                } else {
                    check.fail(line.size() > LONGEST_LINE ? Kind.FORM : Kind.END, "the file is cut off: " + due());
                }
            }
        }

        LedgerReport report() {
            Optional<LedgerBreak> found = check.found();
            return new LedgerReport(
                    lines,
                    check.commits(),
                    check.size(),
                    check.streams(),
                    0,
                    found.isPresent() ? Optional.empty() : Optional.of(statement()),
                    found);
        }

        private Statement statement() {
            return new Statement(
                    checkpointOf(head()),
                    signer == null ? null : signer.keyId(),
                    !trusted.isEmpty(),
                    check.continued(),
                    check.unsigned());
        }

        private void take(byte[] line) {
            try {
                ExportLine parsed = ExportLine.parse(line);
                if (head == null && !(parsed instanceof ExportLine.Head)) {
                    throw new IllegalArgumentException("an export begins with its head");
                }
                if (parsed instanceof ExportLine.Head first) {
                    head(first);
                } else if (parsed instanceof ExportLine.Commit next) {
                    check.accept(next.commit());
                } else if (parsed instanceof ExportLine.Kept kept) {
                    kept(kept.checkpoint());
                } else if (parsed instanceof ExportLine.Seal seal) {
                    seal(seal.note());
                } else if (parsed instanceof ExportLine.Refusal refusal) {
                    check.fail(
                            Kind.REFUSED,
                            "position " + refusal.position() + ": " + refusal.code() + ", " + refusal.detail());
                }
                if (parsed instanceof ExportLine.Summed summed && check.found().isEmpty()) {
                    sum(summed, line);
                }
            } catch (IllegalArgumentException | MalformedNoteException e) {
                check.fail(Kind.FORM, String.valueOf(e.getMessage()));
            }
        }

        private void sum(ExportLine.Summed parsed, byte[] line) {
            if (!ExportLine.sumsUp(parsed, sum, line)) {
                long position =
                        parsed instanceof ExportLine.Commit c ? c.commit().position() : check.size();
                check.fail(Kind.SUM, position, "the running sum of the lines differs");
                return;
            }
            sum = parsed.sum();
            if (parsed instanceof ExportLine.Commit commit) {
                sound.commit(commit.commit());
            } else if (parsed instanceof ExportLine.Kept kept) {
                sound.checkpoint(kept.checkpoint());
            }
        }

        private void head(ExportLine.Head first) {
            if (head != null) {
                throw new IllegalArgumentException("a second head");
            }
            Checkpoint checkpoint = checkpointOf(first);
            List<PublicKey> keys = trusted.isEmpty() ? List.of(first.key()) : trusted;
            signer = new NoteVerifier(checkpoint.origin(), first.key());
            check = new LedgerCheck(new KeyRing(keys));
            head = first;
            if (!keys.contains(first.key())) {
                check.fail(Kind.SIGNATURE, "signed by the key " + signer.keyId() + ", which is not the one asked for");
            } else if (!signer.accepts(first.checkpoint())) {
                check.fail(Kind.SIGNATURE, "no valid signature of the key " + signer.keyId());
            } else {
                check.expect(earlier, true);
            }
        }

        private void kept(SignedNote note) {
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (checkpoint.size() != check.size()) {
                throw new IllegalArgumentException(
                        "a checkpoint of " + checkpoint.size() + " events follows " + check.size());
            }
            // without a key from elsewhere the owner of the older keys is unknown
            check.expect(List.of(note), !trusted.isEmpty());
        }

        private void seal(SignedNote note) {
            Checkpoint seal = Checkpoint.parse(note.text());
            Checkpoint checkpoint = checkpointOf(head());
            if (check.size() < checkpoint.size()) {
                long commits = seal.size() - check.commits();
                check.fail(Kind.END, check.missing(checkpoint.size()) + ", " + commits + " commits by the seal");
            }
            check.end();
            if (check.size() > checkpoint.size()) {
                check.fail(Kind.END, "continues to " + check.size() + ", known to end at " + checkpoint.size());
            }
            if (!Arrays.equals(checkpoint.root(), check.root())) {
                check.fail(Kind.ROOT, "the root of the tree differs");
            }
            if (signer == null || !signer.accepts(note)) {
                check.fail(Kind.SIGNATURE, "the seal is not signed by the key");
            }
            if (!seal.origin().equals(checkpoint.origin() + "/export")
                    || seal.size() != check.commits()
                    || !Arrays.equals(seal.root(), sum)) {
                check.fail(Kind.SUM, "the seal is not of these lines");
            }
            sealed = true;
            if (check.found().isEmpty()) {
                sound.checkpoint(head().checkpoint());
            }
        }

        private ExportLine.Head head() {
            return java.util.Objects.requireNonNull(head);
        }

        private String due() {
            if (head == null) {
                return "it has no complete line";
            }
            long size = checkpointOf(head).size();
            return check.size() < size ? check.missing(size) : "all events are there, but its seal is missing";
        }
    }

    private static Checkpoint checkpointOf(ExportLine.Head head) {
        return Checkpoint.parse(head.checkpoint().text());
    }

    /** Whether a newline ended it. */
    private static boolean readLine(InputStream in, ByteArrayOutputStream line) throws IOException {
        int next = in.read();
        while (next >= 0 && next != '\n' && line.size() <= LONGEST_LINE) {
            line.write(next);
            next = in.read();
        }
        return next == '\n';
    }
}
