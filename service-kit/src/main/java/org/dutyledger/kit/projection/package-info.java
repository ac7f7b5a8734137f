/** Projections that can be rebuilt beside the one in use. Needs the MongoDB driver, which services without one lack. */
@NullMarked
package org.dutyledger.kit.projection;

import org.jspecify.annotations.NullMarked;
