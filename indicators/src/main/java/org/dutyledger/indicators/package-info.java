/** The framework (指标体系): groups, indicators, figures, measures, rules and narrative slots, read from versioned YAML and checked. */
@NullMarked
package org.dutyledger.indicators;

import org.jspecify.annotations.NullMarked;
