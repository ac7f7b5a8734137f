/** Builds the report's model from framework, state and evaluations: a pure function, independent of rendering. */
@NullMarked
package org.dutyledger.document.template;

import org.jspecify.annotations.NullMarked;
