package org.dutyledger.indicators.expression;

import org.dutyledger.indicators.Unit;

/** The type of an expression's value. */
public sealed interface Kind {

    /** A number with its unit; {@link Unit#NONE} for ratios. */
    record Amount(Unit unit) implements Kind {}

    /** A number written in the expression itself: it takes the unit of the other operand. */
    record Constant() implements Kind {}

    record Words() implements Kind {}

    record YesNo() implements Kind {}

    /** A list of things that could be added, or of yes and no. */
    record Series(Kind element) implements Kind {}

    default boolean isNumber() {
        return this instanceof Amount || this instanceof Constant;
    }

    /** In words for messages. */
    default String inWords() {
        if (this instanceof Amount amount) {
            return amount.unit() == Unit.NONE ? "a ratio" : amount.unit().symbol();
        }
        if (this instanceof Series) {
            return "a list";
        }
        return this instanceof Words ? "a text" : this instanceof YesNo ? "yes or no" : "a number";
    }
}
