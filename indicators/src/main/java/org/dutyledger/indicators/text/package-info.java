/** What a text of a record or a framework may hold, decided once for every way in. */
@NullMarked
package org.dutyledger.indicators.text;

import org.jspecify.annotations.NullMarked;
