/** The demonstration: the real 2021 figures of a district, carried from their submitters to the issued report. */
@NullMarked
package org.dutyledger.local.demo;

import org.jspecify.annotations.NullMarked;
