package org.dutyledger.indicators.check;

import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.expression.Expression;
import org.dutyledger.indicators.expression.Expression.Binary;
import org.dutyledger.indicators.expression.Expression.Name;
import org.dutyledger.indicators.expression.Expression.Text;
import org.dutyledger.indicators.read.Problems;

/** A rule compares an answer with one of its allowed words: another spelling would count as another answer. */
final class WordCheck {
    private final NameTable names;
    private final Problems problems;

    WordCheck(NameTable names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    void check(String what, int line, Expression expression) {
        if (expression instanceof Binary binary) {
            if (binary.left() instanceof Name name && binary.right() instanceof Text word) {
                compare(what, line, name.id(), word.value());
            } else if (binary.right() instanceof Name name && binary.left() instanceof Text word) {
                compare(what, line, name.id(), word.value());
            }
        }
        expression.parts().forEach(part -> check(what, line, part));
    }

    private void compare(String what, int line, String id, String word) {
        FigureSpec figure = names.figure(id);
        if (figure == null || word.isEmpty() || figure.words().contains(word)) {
            return;
        }
        problems.add(
                line,
                what + " compares '" + id + "' with '" + word + "', which is not among its 'words'; "
                        + (figure.words().isEmpty()
                                ? "list the answers that are allowed there"
                                : "they are " + String.join(", ", figure.words())));
    }
}
