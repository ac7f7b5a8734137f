/** Conventions of every service: the caller, errors as problem details, blocking calls. No terms of the domain. */
@NullMarked
package org.dutyledger.kit;

import org.jspecify.annotations.NullMarked;
