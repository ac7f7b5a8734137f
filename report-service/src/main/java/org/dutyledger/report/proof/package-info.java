/** The proof of an issued report: what the ledger's owner proves, and the model that the report prints. */
@NullMarked
package org.dutyledger.report.proof;

import org.jspecify.annotations.NullMarked;
