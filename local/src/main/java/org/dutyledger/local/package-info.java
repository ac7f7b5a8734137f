/** The suite on one machine: everything in one JVM, the command line, and the demonstration. */
@NullMarked
package org.dutyledger.local;

import org.jspecify.annotations.NullMarked;
