/** What the browser is told about the pages it gets from here. */
@NullMarked
package org.dutyledger.gateway.ui;

import org.jspecify.annotations.NullMarked;
