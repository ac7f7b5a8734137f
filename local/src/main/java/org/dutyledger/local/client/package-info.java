/** Talks to a running suite over HTTP like any other client. */
@NullMarked
package org.dutyledger.local.client;

import org.jspecify.annotations.NullMarked;
