/** Keys and tokens of an installation that has no identity provider of its own. */
@NullMarked
package org.dutyledger.local.access;

import org.jspecify.annotations.NullMarked;
