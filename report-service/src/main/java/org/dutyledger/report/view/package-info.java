/**
 * The data of the report service: its copy of the ledger's events and of scoring's evaluations, folded as of a
 * position.
 */
@NullMarked
package org.dutyledger.report.view;

import org.jspecify.annotations.NullMarked;
