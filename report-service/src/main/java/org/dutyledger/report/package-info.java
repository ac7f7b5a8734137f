/** The report service: projects what a report may say, renders it and issues it. */
@NullMarked
package org.dutyledger.report;

import org.jspecify.annotations.NullMarked;
