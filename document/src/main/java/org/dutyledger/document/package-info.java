/**
 * The content and the form of a report, as a function of the events of a cycle and the framework it was opened with.
 */
@NullMarked
package org.dutyledger.document;

import org.jspecify.annotations.NullMarked;
