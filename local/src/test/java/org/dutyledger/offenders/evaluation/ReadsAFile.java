package org.dutyledger.offenders.evaluation;

import java.nio.file.Path;

/** Breaks the dependency law on purpose: the negative control of a rule. */
public class ReadsAFile {
    Path forbidden;
}
