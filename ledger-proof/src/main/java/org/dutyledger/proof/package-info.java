/**
 * What proves a ledger: hashes of commits, Merkle trees and their tiles, signed notes and checkpoints, and the check of an
 * exported ledger. Needs a JDK and a JSON reader, so that it runs on any machine.
 */
@NullMarked
package org.dutyledger.proof;

import org.jspecify.annotations.NullMarked;
