/** The log in MongoDB: one document per commit, its key the position of its first event. */
@NullMarked
package org.dutyledger.ledger.mongo;

import org.jspecify.annotations.NullMarked;
