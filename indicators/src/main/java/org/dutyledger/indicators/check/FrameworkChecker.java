package org.dutyledger.indicators.check;

import java.util.List;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.read.Places;
import org.dutyledger.indicators.read.Problems;

/** Checks what the model promises: unique ids, references that resolve, units that fit, weights that sum to 1. */
public final class FrameworkChecker {
    private final List<Runnable> checks;

    public FrameworkChecker(Framework framework, Problems problems, Places places) {
        NameTable names = new NameTable(framework);
        checks = List.of(
                () -> new IdCheck(framework, problems, places).check(),
                () -> new OutlineCheck(framework, problems, places).check(),
                () -> new FigureCheck(framework, problems, places).check(),
                () -> new ExpressionCheck(framework, names, problems, places).check(),
                () -> new CycleCheck(framework, problems, places).check(),
                () -> new GradingCheck(framework, problems, places).check());
    }

    /** Runs every check; what is wrong is added to the problems. */
    public void check() {
        checks.forEach(Runnable::run);
    }
}
