/**
 * The three kinds of MongoDB that the suite can work with: an external one, a mongod started by the suite, the embedded
 * server.
 */
@NullMarked
package org.dutyledger.local.mongo;

import org.jspecify.annotations.NullMarked;
