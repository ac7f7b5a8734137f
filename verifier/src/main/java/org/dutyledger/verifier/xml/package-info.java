/** XML parts of a DOCX, read without following anything. */
@NullMarked
package org.dutyledger.verifier.xml;

import org.jspecify.annotations.NullMarked;
