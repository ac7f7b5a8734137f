/**
 * Scoring's documents, kept in MongoDB and served over HTTP to authorised callers: cycles, items, evaluations,
 * findings.
 */
@NullMarked
package org.dutyledger.scoring.view;

import org.jspecify.annotations.NullMarked;
