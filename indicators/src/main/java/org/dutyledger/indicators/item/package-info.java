/** The items of a framework by their ids, and what a narrative may say of them. */
@NullMarked
package org.dutyledger.indicators.item;

import org.jspecify.annotations.NullMarked;
