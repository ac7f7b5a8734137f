/**
 * What may be read: cycles with their organisations, and the state of each item; always a fold over streams of the
 * ledger. Uses ledger, events, framework.
 */
@NullMarked
package org.dutyledger.submission.view;

import org.jspecify.annotations.NullMarked;
