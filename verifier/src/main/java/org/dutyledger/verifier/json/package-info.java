/** JSON from files that nobody vouches for, read strictly: no doubled member, no deep nesting, no second spelling of UTF-8. */
@NullMarked
package org.dutyledger.verifier.json;

import org.jspecify.annotations.NullMarked;
