/** Gives the report's model a form: DOCX and HTML that say the same, byte for byte the same for the same model. */
@NullMarked
package org.dutyledger.document.render;

import org.jspecify.annotations.NullMarked;
