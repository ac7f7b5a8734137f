/** What a report says and what it looks like, as a function of the events of a cycle and the framework it was opened with. */
@NullMarked
package org.dutyledger.document;

import org.jspecify.annotations.NullMarked;
