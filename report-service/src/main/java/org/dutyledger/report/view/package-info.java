/** What the report service knows: its copy of the ledger's events and of scoring's evaluations, folded as of a position. */
@NullMarked
package org.dutyledger.report.view;

import org.jspecify.annotations.NullMarked;
