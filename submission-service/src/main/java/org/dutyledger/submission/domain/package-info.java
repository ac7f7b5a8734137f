/** Shared by all decisions: streams, refusals as data, decisions. Aggregates are in the packages below; no Spring. */
@NullMarked
package org.dutyledger.submission.domain;

import org.jspecify.annotations.NullMarked;
