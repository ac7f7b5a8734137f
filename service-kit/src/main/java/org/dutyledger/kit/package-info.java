/** The manners every service shares: who is calling, how errors are told, where blocking work runs. No domain word. */
@NullMarked
package org.dutyledger.kit;

import org.jspecify.annotations.NullMarked;
