/** Renders the report's model: DOCX and HTML of equal content, byte for byte the same for the same model. */
@NullMarked
package org.dutyledger.document.render;

import org.jspecify.annotations.NullMarked;
