/**
 * The fold of an indicator's events: its state at any moment and the difference of two, as pure functions of the
 * events. Uses events and the item form of view.
 */
@NullMarked
package org.dutyledger.submission.audit.fold;

import org.jspecify.annotations.NullMarked;
