/** JSON from untrusted files, read strictly: no duplicate member, no deep nesting, no second spelling of UTF-8. */
@NullMarked
package org.dutyledger.verifier.json;

import org.jspecify.annotations.NullMarked;
