/** Reads rendered reports back and checks them, without any code that rendered them. Published as this module's test-jar. */
@NullMarked
package org.dutyledger.document.checker;

import org.jspecify.annotations.NullMarked;
