/** Options that several commands share. */
@NullMarked
package org.dutyledger.local.cli.options;

import org.jspecify.annotations.NullMarked;
