package org.dutyledger.proof.note;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text and its signatures (C2SP signed-note). Nothing in it may be trusted before a {@link NoteVerifier} accepted it.
 *
 * @param text ends with a newline
 */
public record SignedNote(String text, List<Signature> signatures) {
    private static final Pattern LINE = Pattern.compile("\u2014 ([^\\s+]{1,200}) ([A-Za-z0-9+/=]{8,20000})");
    private static final int MAX_SIGNATURES = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /**
     * One signature line.
     *
     * @param bytes four bytes of key id, then the signature
     */
    public record Signature(String name, byte[] bytes) {
        /** Whether another line claims the same name and key. */
        public boolean isOfSameKey(Signature other) {
            return name.equals(other.name) && Arrays.equals(bytes, 0, 4, other.bytes, 0, 4);
        }

        /** The line, with its newline. */
        public String line() {
            return "\u2014 " + name + " " + ExactBase64.encode(bytes) + "\n";
        }

        /**
         * Reads a line without newline.
         *
         * @throws MalformedNoteException when it is not a signature line
         */
        public static Signature parse(String line) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new MalformedNoteException("'" + line + "' is not a signature line");
            }
            return new Signature(parts.group(1), ExactBase64.decode(parts.group(2)));
        }
    }

    /** The same text with one more signature. */
    public SignedNote with(Signature line) {
        return new SignedNote(
                text, Stream.concat(signatures.stream(), Stream.of(line)).toList());
    }

    /** The note as it is written to a file. */
    public String format() {
        StringBuilder note = new StringBuilder(text).append('\n');
        for (Signature s : signatures) {
            note.append(s.line());
        }
        return note.toString();
    }

    /**
     * Reads a note.
     *
     * @throws MalformedNoteException when it is not a signed note
     */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new MalformedNoteException("a signed note is a text, an empty line, and lines of signatures");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : note.substring(end + 2).lines().toList()) {
            if (signatures.size() == MAX_SIGNATURES) {
                throw new MalformedNoteException("more than " + MAX_SIGNATURES + " signatures");
            }
            signatures.add(Signature.parse(line));
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }
}
