/** Makes one file of the verification page from its readable sources. */
@NullMarked
package org.dutyledger.verifier.page;

import org.jspecify.annotations.NullMarked;
