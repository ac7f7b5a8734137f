/** Commands for auditors: the ledger as a file, and whether it holds. */
@NullMarked
package org.dutyledger.local.cli.ledger;

import org.jspecify.annotations.NullMarked;
