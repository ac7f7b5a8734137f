/** The HTTP endpoint of the report service. */
@NullMarked
package org.dutyledger.report.api;

import org.jspecify.annotations.NullMarked;
