/** Headers for the pages that the gateway serves. */
@NullMarked
package org.dutyledger.gateway.ui;

import org.jspecify.annotations.NullMarked;
