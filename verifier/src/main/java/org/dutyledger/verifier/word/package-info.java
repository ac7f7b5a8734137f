/** A DOCX as paragraphs and rows, saved by any program, and content of it that may be displayed differently. */
@NullMarked
package org.dutyledger.verifier.word;

import org.jspecify.annotations.NullMarked;
