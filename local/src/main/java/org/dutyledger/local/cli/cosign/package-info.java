/**
 * Cosigning by an upper bureau: signs checkpoints of ledgers of others, after comparing them with those seen before.
 */
@NullMarked
package org.dutyledger.local.cli.cosign;

import org.jspecify.annotations.NullMarked;
