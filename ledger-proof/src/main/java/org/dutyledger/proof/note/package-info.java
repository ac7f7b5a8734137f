/** Signed notes and their Ed25519 keys (C2SP signed-note): texts that anyone can check with a JDK alone. */
@NullMarked
package org.dutyledger.proof.note;

import org.jspecify.annotations.NullMarked;
