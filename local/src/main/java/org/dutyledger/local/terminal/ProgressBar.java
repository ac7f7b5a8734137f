package org.dutyledger.local.terminal;

import java.io.PrintStream;

/** Shows progress: a moving bar on a terminal, occasional lines elsewhere. */
public final class ProgressBar {
    private static final int PLACES = 30;
    private static final int PLAIN_LINES = 5;

    private final PrintStream out;
    private final boolean moving;
    private final int total;
    private int done;
    private int shownWidth;

    /**
     * @param moving whether {@code out} is a terminal on which a line can be redrawn
     * @param total steps until it is complete
     */
    public ProgressBar(PrintStream out, boolean moving, int total) {
        this.out = out;
        this.moving = moving;
        this.total = total;
    }

    /** One step is done; {@code label} names it. */
    public void step(String label) {
        done++;
        if (moving) {
            draw(label);
        } else if (done == total || done * PLAIN_LINES / total != (done - 1) * PLAIN_LINES / total) {
            out.println("  " + done + "/" + total + "  " + label);
        }
    }

    private void draw(String label) {
        int filled = PLACES * done / total;
        String line = "  [" + "#".repeat(filled) + ".".repeat(PLACES - filled) + "] " + done + "/" + total + "  "
                + Columns.cut(label, 30);
        int width = Columns.width(line);
        out.print("\r" + line + " ".repeat(Math.max(0, shownWidth - width)));
        shownWidth = width;
        if (done == total) {
            out.println();
        }
        out.flush();
    }
}
