/** What scoring knows, kept in MongoDB and shown over HTTP to whoever may see it: cycles, items, evaluations, findings. */
@NullMarked
package org.dutyledger.scoring.view;

import org.jspecify.annotations.NullMarked;
