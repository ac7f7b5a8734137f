package org.dutyledger.verifier.forgery;

import org.dutyledger.verifier.bundle.Bundle;
import org.dutyledger.verifier.check.CheckpointCheck;
import org.dutyledger.verifier.check.Issue;
import org.dutyledger.verifier.check.TreeCheck;
import org.dutyledger.verifier.check.Trust;

/** A verifier that is too weak on purpose: it trusts everything that hashes and signatures cover. */
final class HashesAlone {
    private HashesAlone() {}

    static boolean accept(Bundle bundle, String modelSha256) {
        TreeCheck.of(bundle, CheckpointCheck.of(bundle, Trust.none()).checkpoint());
        return Issue.of(bundle).modelSha256().equals(modelSha256);
    }
}
