package org.dutyledger.indicators.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.MeasureSpec;
import org.dutyledger.indicators.RuleSpec;
import org.dutyledger.indicators.Unit;
import org.dutyledger.indicators.expression.Expression;
import org.dutyledger.indicators.expression.ExpressionException;
import org.dutyledger.indicators.expression.Kind;
import org.dutyledger.indicators.expression.Kinds;
import org.dutyledger.indicators.read.Places;
import org.dutyledger.indicators.read.Problems;
import org.jspecify.annotations.Nullable;

/** Measures and rules: readable, all names known and listed as inputs, units that fit. */
final class ExpressionCheck {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");

    private static final int MAX_DECIMALS = 30;

    private final Framework framework;
    private final NameTable names;
    private final Problems problems;
    private final Places places;

    ExpressionCheck(Framework framework, NameTable names, Problems problems, Places places) {
        this.framework = framework;
        this.names = names;
        this.problems = problems;
        this.places = places;
    }

    void check() {
        for (Indicator indicator : framework.indicators()) {
            indicator.measures().forEach(m -> measure(indicator, m));
            indicator.rules().forEach(this::rule);
        }
    }

    private void measure(Indicator indicator, MeasureSpec measure) {
        String what = "measure '" + measure.id() + "'";
        int line = places.line(measure, "expression");
        Expression expression = parse(what, measure, "expression", measure.expression());
        Expression condition =
                measure.appliesIf() == null ? null : parse(what, measure, "appliesIf", measure.appliesIf());
        if (expression != null
                && (condition != null || measure.appliesIf() == null)
                && inputs(what, measure, names(expression, condition), measure.inputs())) {
            measure.inputs().forEach(name -> rawInput(what, line, name));
            if (condition != null) {
                condition(what, places.line(measure, "appliesIf"), condition, "'appliesIf' must be a comparison");
            }
            Kind kind = kind(what, line, expression);
            if (kind != null && !fits(kind, measure.unit())) {
                problems.add(
                        places.line(measure, "unit"),
                        what + " yields " + kind.inWords() + ", not " + new Kind.Amount(measure.unit()).inWords());
            }
        }
        if (measure.decimals() > MAX_DECIMALS) {
            problems.add(
                    places.line(measure, "decimals"),
                    what + " has " + measure.decimals() + " decimals; allowed are 0 to " + MAX_DECIMALS);
        }
        sameAsFigure(what, indicator, measure);
    }

    /** A measure with a figure's id computes that figure, so both must be declared alike. */
    private void sameAsFigure(String what, Indicator indicator, MeasureSpec measure) {
        FigureSpec figure = names.figure(measure.id());
        if (figure == null) {
            return;
        }
        int line = places.line(measure, "id");
        if (!indicator.figures().contains(figure)) {
            problems.add(line, what + " computes a figure of another indicator; move it there");
        }
        if (!figure.derived()) {
            problems.add(line, what + " has the id of a raw figure; mark the figure derived or choose another id");
        } else if (figure.unit() != measure.unit() || figure.decimals() != measure.decimals()) {
            problems.add(
                    line,
                    what + " keeps " + measure.decimals() + " decimals of '"
                            + measure.unit().symbol() + "', its figure " + figure.decimals() + " of '"
                            + figure.unit().symbol() + "'");
        }
    }

    /** A declared value must not become the base of a computed one. */
    private void rawInput(String what, int line, String name) {
        FigureSpec figure = names.figure(name);
        if (figure != null && figure.derived() && names.measure(name) == null) {
            problems.add(
                    line,
                    what + " uses '" + name
                            + "', which is only declared; use the raw figures that it is computed from");
        }
    }

    private void rule(RuleSpec rule) {
        String what = "rule '" + rule.id() + "'";
        int line = places.line(rule, "expression");
        Expression expression = parse(what, rule, "expression", rule.expression());
        if (expression != null && inputs(what, rule, expression.names(), rule.inputs())) {
            condition(what, line, expression, "a rule must be a comparison");
        }
        if (rule.decisive() && rule.effect() == RuleSpec.Effect.NOTE) {
            problems.add(
                    places.line(rule, "decisive"),
                    what + " is a NOTE, which leaves the verdict; it cannot be decisive");
        }
        placeholders(what, rule, "met", rule.met());
        placeholders(what, rule, "unmet", rule.unmet());
        if (!rule.met().isBlank() && rule.met().equals(rule.unmet())) {
            problems.add(
                    places.line(rule, "unmet"),
                    what + " prints the same text whether it holds or not; write in 'unmet' what is wrong");
        }
    }

    private void condition(String what, int line, Expression expression, String wanted) {
        Kind kind = kind(what, line, expression);
        if (kind == null) {
            return;
        }
        new WordCheck(names, problems).check(what, line, expression);
        if (!(kind instanceof Kind.YesNo)) {
            problems.add(line, what + " yields " + kind.inWords() + "; " + wanted);
        }
    }

    private static Set<String> names(Expression expression, @Nullable Expression condition) {
        Set<String> all = new LinkedHashSet<>(expression.names());
        if (condition != null) {
            all.addAll(condition.names());
        }
        return all;
    }

    private void placeholders(String what, RuleSpec rule, String key, String text) {
        Matcher placeholders = PLACEHOLDER.matcher(text);
        while (placeholders.find()) {
            String name = placeholders.group(1);
            if (!names.known(name)) {
                problems.add(
                        places.line(rule, key), what + " prints the unknown '{{" + name + "}}'" + names.hint(name));
            } else if (!rule.inputs().contains(name)) {
                problems.add(
                        places.line(rule, key),
                        what + " prints '{{" + name + "}}', which is not among its inputs; a rule prints its operands");
            }
        }
    }

    private @Nullable Expression parse(String what, Object part, String key, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Expression.parse(text);
        } catch (ExpressionException e) {
            problems.add(places.line(part, key), what + " " + e.getMessage());
            return null;
        }
    }

    /** Whether every name is known; tells names that are used but not listed, or listed but not used. */
    private boolean inputs(String what, Object part, Set<String> used, List<String> listed) {
        boolean known = true;
        for (String name : used) {
            if (!names.known(name)) {
                problems.add(
                        places.line(part, "expression"), what + " uses the unknown '" + name + "'" + names.hint(name));
                known = false;
            } else if (!listed.contains(name)) {
                problems.add(places.line(part, "inputs"), what + " uses '" + name + "'; add it to 'inputs'");
            }
        }
        Set<String> idle = new LinkedHashSet<>(listed);
        if (idle.size() < listed.size()) {
            problems.add(places.line(part, "inputs"), what + " lists an input twice; list each once");
        }
        idle.removeAll(used);
        idle.forEach(name -> problems.add(
                places.line(part, "inputs"), what + " lists '" + name + "', which its expression does not use"));
        return known;
    }

    private @Nullable Kind kind(String what, int line, Expression expression) {
        try {
            return new Kinds(this::kindOf).of(expression);
        } catch (ExpressionException e) {
            problems.add(line, what + " " + e.getMessage());
            return null;
        }
    }

    private Kind kindOf(String name) {
        MeasureSpec measure = names.measure(name);
        if (measure != null) {
            return new Kind.Amount(measure.unit());
        }
        FigureSpec figure = names.figure(name);
        return figure != null && figure.kind() == FigureSpec.Kind.NUMBER
                ? new Kind.Amount(figure.unit())
                : new Kind.Words();
    }

    private static boolean fits(Kind kind, Unit unit) {
        if (kind instanceof Kind.Constant) {
            return true;
        }
        if (!(kind instanceof Kind.Amount amount)) {
            return false;
        }
        boolean ratio = amount.unit() == Unit.NONE || amount.unit() == Unit.PERCENT;
        boolean perHead = amount.unit() == Unit.YUAN && unit == Unit.YUAN_PER_STUDENT_YEAR;
        boolean classSize = amount.unit() == Unit.NONE && unit == Unit.PERSON_PER_CLASS;
        return amount.unit().addableTo(unit)
                || perHead
                || classSize
                || (ratio && (unit == Unit.NONE || unit == Unit.PERCENT));
    }
}
