/**
 * Checks a ledger from its exported commits alone; shares no code with the writer but the hash rules of {@code chain} and
 * {@code tree} and the signed notes of {@code checkpoint}.
 */
@NullMarked
package org.dutyledger.proof.verify;

import org.jspecify.annotations.NullMarked;
