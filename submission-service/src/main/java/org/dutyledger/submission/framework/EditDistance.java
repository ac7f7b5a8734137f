package org.dutyledger.submission.framework;

/** Counts the single-character edits between two ids, so that a refusal can say which id was meant. */
final class EditDistance {
    private EditDistance() {}

    /** The distance, or {@code limit} as soon as it cannot be less; ids longer than 100 are never near. */
    static int between(String left, String right, int limit) {
        if (left.length() > 100 || Math.abs(left.length() - right.length()) >= limit) {
            return limit;
        }
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return Math.min(row[right.length()], limit);
    }
}
