/** Real processes under load, killed again and again; afterwards every receipt is held against the log. */
package org.dutyledger.local.kill;
