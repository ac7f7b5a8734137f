package org.dutyledger.verifier.model;

import java.math.BigDecimal;
import java.util.Optional;

/** Exact numbers as texts. */
final class Decimals {
    private Decimals() {}

    /** The number, when the text is one in plain digits. */
    static Optional<BigDecimal> of(String text) {
        return text.matches("-?[0-9]{1,40}(\\.[0-9]{1,40})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** Whether both are the same number, whatever their decimals. */
    static boolean same(String one, String other) {
        Optional<BigDecimal> a = of(one);
        Optional<BigDecimal> b = of(other);
        return a.isPresent() && b.isPresent() && a.get().compareTo(b.get()) == 0;
    }
}
