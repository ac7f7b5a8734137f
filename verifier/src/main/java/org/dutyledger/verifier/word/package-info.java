/** A DOCX as paragraphs and rows, of whatever program saved it last, and what in it may be shown otherwise. */
@NullMarked
package org.dutyledger.verifier.word;

import org.jspecify.annotations.NullMarked;
