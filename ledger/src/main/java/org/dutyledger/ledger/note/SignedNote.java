package org.dutyledger.ledger.note;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text and its signatures (C2SP signed-note). Nothing in it is to be believed before a {@link NoteVerifier} accepted it.
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
    public record Signature(String name, byte[] bytes) {}

    /** The note as it is written to a file. */
    public String format() {
        StringBuilder note = new StringBuilder(text).append('\n');
        for (Signature s : signatures) {
            note.append("\u2014 ")
                    .append(s.name)
                    .append(' ')
                    .append(ExactBase64.encode(s.bytes))
                    .append('\n');
        }
        return note.toString();
    }

    /**
     * Reads a note.
     *
     * @throws MalformedNoteException when it is none
     */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new MalformedNoteException("a signed note is a text, an empty line, and lines of signatures");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : note.substring(end + 2).lines().toList()) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches() || signatures.size() == MAX_SIGNATURES) {
                throw new MalformedNoteException("'" + line + "' is no signature line");
            }
            signatures.add(new Signature(parts.group(1), ExactBase64.decode(parts.group(2))));
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }
}
