/** The three kinds of MongoDB that the suite can work with: a given one, a mongod of its own, the embedded server. */
@NullMarked
package org.dutyledger.local.mongo;

import org.jspecify.annotations.NullMarked;
