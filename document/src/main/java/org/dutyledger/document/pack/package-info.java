/** ZIP files whose bytes depend on nothing but their entries, neither on the JDK nor on its zlib. */
@NullMarked
package org.dutyledger.document.pack;

import org.jspecify.annotations.NullMarked;
