/** Commands that make keys and tokens. */
@NullMarked
package org.dutyledger.local.cli.access;

import org.jspecify.annotations.NullMarked;
