package org.dutyledger.proof.tile;

/** Leaves that a tree was built of are no longer what they were, so a lost tile of it cannot be built again. */
public final class LeavesChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeavesChangedException(TileId tile) {
        super("the leaves under " + tile.path() + " are no longer those that its tree was built of");
    }
}
