/** What an upper bureau does: countersigns checkpoints of ledgers that are not its own, after comparing them with what it saw before. */
@NullMarked
package org.dutyledger.local.cli.cosign;

import org.jspecify.annotations.NullMarked;
