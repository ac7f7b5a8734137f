package org.dutyledger.indicators.check;

import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.RuleSpec;
import org.dutyledger.indicators.expression.Expression;
import org.dutyledger.indicators.expression.Expression.Binary;
import org.dutyledger.indicators.expression.Expression.Name;
import org.dutyledger.indicators.expression.Expression.Text;
import org.dutyledger.indicators.read.Places;
import org.dutyledger.indicators.read.Problems;

/** A rule compares an answer with one of its allowed words: another spelling would count as another answer. */
final class WordCheck {
    private final Names names;
    private final Problems problems;
    private final Places places;

    WordCheck(Names names, Problems problems, Places places) {
        this.names = names;
        this.problems = problems;
        this.places = places;
    }

    void check(RuleSpec rule, Expression expression) {
        if (expression instanceof Binary binary) {
            if (binary.left() instanceof Name name && binary.right() instanceof Text word) {
                compare(rule, name.id(), word.value());
            } else if (binary.right() instanceof Name name && binary.left() instanceof Text word) {
                compare(rule, name.id(), word.value());
            }
        }
        expression.parts().forEach(part -> check(rule, part));
    }

    private void compare(RuleSpec rule, String id, String word) {
        FigureSpec figure = names.figure(id);
        if (figure == null || word.isEmpty() || figure.words().contains(word)) {
            return;
        }
        problems.add(
                places.line(rule, "expression"),
                "rule '" + rule.id() + "' compares '" + id + "' with '" + word + "', which is not among its 'words'; "
                        + (figure.words().isEmpty()
                                ? "list the answers that are allowed there"
                                : "they are " + String.join(", ", figure.words())));
    }
}
