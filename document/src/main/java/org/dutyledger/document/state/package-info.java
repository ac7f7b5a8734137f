/** Folds the events of a cycle into what a report may say of it. Pure: no clock, no store. */
@NullMarked
package org.dutyledger.document.state;

import org.jspecify.annotations.NullMarked;
