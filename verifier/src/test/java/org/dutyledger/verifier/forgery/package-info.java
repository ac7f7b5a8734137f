/** Makes false reports, seeded: content, DOCX and HTML as somebody with every key could issue or hand them out. */
package org.dutyledger.verifier.forgery;
