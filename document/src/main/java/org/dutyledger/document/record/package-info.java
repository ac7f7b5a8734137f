/**
 * The events that a ledger of the suite records in a cycle: rules that intake and verification share, and their check
 * of recorded events.
 */
@NullMarked
package org.dutyledger.document.record;

import org.jspecify.annotations.NullMarked;
