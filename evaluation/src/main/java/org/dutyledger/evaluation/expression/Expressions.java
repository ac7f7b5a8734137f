package org.dutyledger.evaluation.expression;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles the expressions of one framework; only exact arithmetic is in its vocabulary. */
public final class Expressions {
    /** Arithmetic, conversions and equality without exact numbers and bounds; those of {@link DecimalLibrary} replace them. */
    private static final StandardFunction[] INEXACT = {
        StandardFunction.ADD, StandardFunction.SUBTRACT, StandardFunction.MULTIPLY, StandardFunction.DIVIDE,
        StandardFunction.MODULO, StandardFunction.NEGATE, StandardFunction.DYN, StandardFunction.DOUBLE,
        StandardFunction.INT, StandardFunction.UINT, StandardFunction.EQUALS, StandardFunction.NOT_EQUALS
    };

    private static final CelOptions LIMITS = CelOptions.current()
            .maxExpressionCodePointSize(4_000)
            .comprehensionMaxIterations(10_000)
            .build();

    private final CelCompiler compiler;
    private final CelRuntime runtime;
    private final Set<String> names;

    /** @param names every id an expression may use, with its type */
    public Expressions(Map<String, CelType> names) {
        DecimalLibrary library = new DecimalLibrary();
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(LIMITS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .excludeFunctions(INEXACT)
                        .build())
                .setStandardMacros(CelStandardMacro.ALL, CelStandardMacro.EXISTS)
                .addFunctionDeclarations(library.declarations());
        names.forEach(builder::addVar);
        this.compiler = builder.build();
        this.runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(LIMITS)
                .addFunctionBindings(library.bindings())
                .build();
        this.names = Set.copyOf(names.keySet());
    }

    /**
     * Compiles one expression.
     *
     * @param what names the measure or rule, for problems
     * @param problems gets a line for everything that is wrong
     * @return empty when something is wrong
     */
    public Optional<Compiled> compile(
            String what, String expression, List<String> inputs, CelType result, List<String> problems) {
        try {
            CelAbstractSyntaxTree tree = compiler.compile(expression).getAst();
            if (!tree.getResultType().equals(result)) {
                problems.add(what + ": gives " + tree.getResultType().name() + ", must give " + result.name());
                return Optional.empty();
            }
            Set<String> used = new HashSet<>();
            tree.getReferenceMap().values().forEach(reference -> used.add(reference.name()));
            used.retainAll(names);
            used.removeAll(Set.copyOf(inputs));
            if (!used.isEmpty()) {
                problems.add(what + ": uses " + used.stream().sorted().toList() + " not listed in its inputs");
                return Optional.empty();
            }
            return Optional.of(new Compiled(runtime.createProgram(tree), List.copyOf(inputs)));
        } catch (CelValidationException e) {
            for (CelIssue issue : e.getErrors()) {
                problems.add(what + ": line " + issue.getSourceLocation().getLine() + ", column "
                        + (issue.getSourceLocation().getColumn() + 1) + ": " + issue.getMessage());
            }
        } catch (CelEvaluationException e) {
            problems.add(what + ": " + e.getMessage());
        }
        return Optional.empty();
    }

    /** A compiled expression; safe for threads. */
    public record Compiled(CelRuntime.Program program, List<String> inputs) {

        /** The result, or the reason why there is none. */
        public Outcome evaluate(Map<String, Object> values) {
            try {
                Object result = program.eval(values);
                return result instanceof Amount || result instanceof Boolean
                        ? new Outcome(result, null)
                        : new Outcome(null, "没有结果");
            } catch (CelEvaluationException e) {
                for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                    if (cause instanceof NoValueException) {
                        return new Outcome(null, String.valueOf(cause.getMessage()));
                    }
                }
                return new Outcome(null, String.valueOf(e.getMessage()));
            }
        }
    }

    /** Exactly one of the two is there. */
    public record Outcome(@Nullable Object value, @Nullable String reason) {}
}
