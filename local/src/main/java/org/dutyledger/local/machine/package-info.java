/** Resources of this machine: free ports and installed programs. */
@NullMarked
package org.dutyledger.local.machine;

import org.jspecify.annotations.NullMarked;
