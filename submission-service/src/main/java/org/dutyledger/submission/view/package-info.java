/** What may be read: cycles with their organisations, and how each item stands; always a fold over streams of the ledger. Uses ledger, events, framework. */
@NullMarked
package org.dutyledger.submission.view;

import org.jspecify.annotations.NullMarked;
