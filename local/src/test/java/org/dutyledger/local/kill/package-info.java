/** Real processes under load, killed again and again; afterwards every receipt is compared with the log. */
package org.dutyledger.local.kill;
