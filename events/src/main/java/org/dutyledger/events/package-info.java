/** The messages between services: sealed event records, their stable type names and their one canonical JSON form. */
@NullMarked
package org.dutyledger.events;

import org.jspecify.annotations.NullMarked;
