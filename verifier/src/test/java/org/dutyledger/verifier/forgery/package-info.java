/** Makes false reports, seeded: content, DOCX and HTML as an attacker with every key could issue or distribute them. */
package org.dutyledger.verifier.forgery;
