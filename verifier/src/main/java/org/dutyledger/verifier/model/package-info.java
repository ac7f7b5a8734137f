/** The report model of a bundle, and whether every value of it leads to the event that set it. */
@NullMarked
package org.dutyledger.verifier.model;

import org.jspecify.annotations.NullMarked;
