package org.dutyledger.indicators.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recursive descent, one method per level of binding, loosest first. */
final class Parser {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<number>\\d{1,40}(?:\\.\\d{1,40})?)|(?<name>[a-zA-Z_][a-zA-Z0-9_]*)"
                    + "|\"(?<text>[^\"\\\\]*)\"|(?<sign>&&|\\|\\||==|!=|<=|>=|[-+*/()<>!,\\[\\]]))");
    /** Deep enough for any rule a person writes, shallow enough for any stack. */
    private static final int MAX_DEPTH = 100;

    /** A sum of that length is walked through on any stack. */
    private static final int MAX_LENGTH = 1000;

    private final String source;
    private final Matcher matcher;
    private int position;
    private int depth;
    private String token = "";

    Parser(String source) {
        this.source = source;
        this.matcher = TOKEN.matcher(source);
    }

    Expression parse() throws ExpressionException {
        if (source.length() > MAX_LENGTH) {
            throw new ExpressionException("is longer than " + MAX_LENGTH + " characters; split it into measures");
        }
        advance();
        Expression expression = or();
        if (!token.isEmpty()) {
            throw expected("an operator or the end");
        }
        return expression;
    }

    private Expression or() throws ExpressionException {
        Expression left = and();
        while (token.equals("||")) {
            String operator = take();
            left = new Expression.Binary(operator, left, and());
        }
        return left;
    }

    private Expression and() throws ExpressionException {
        Expression left = comparison();
        while (token.equals("&&")) {
            String operator = take();
            left = new Expression.Binary(operator, left, comparison());
        }
        return left;
    }

    private Expression comparison() throws ExpressionException {
        Expression left = sum();
        if (List.of("==", "!=", "<=", ">=", "<", ">").contains(token)) {
            String operator = take();
            left = new Expression.Binary(operator, left, sum());
        }
        return left;
    }

    private Expression sum() throws ExpressionException {
        Expression left = product();
        while (token.equals("+") || token.equals("-")) {
            String operator = take();
            left = new Expression.Binary(operator, left, product());
        }
        return left;
    }

    private Expression product() throws ExpressionException {
        Expression left = unary();
        while (token.equals("*") || token.equals("/")) {
            String operator = take();
            left = new Expression.Binary(operator, left, unary());
        }
        return left;
    }

    private Expression unary() throws ExpressionException {
        if (++depth > MAX_DEPTH) {
            throw new ExpressionException("is nested deeper than " + MAX_DEPTH);
        }
        try {
            if (token.equals("-") || token.equals("!")) {
                String operator = take();
                return new Expression.Unary(operator, unary());
            }
            return atom();
        } finally {
            depth--;
        }
    }

    private Expression atom() throws ExpressionException {
        if (token.equals("(")) {
            advance();
            Expression inner = or();
            if (!token.equals(")")) {
                throw expected("')'");
            }
            advance();
            return inner;
        }
        if (token.equals("[")) {
            return new Expression.Items(listUpTo("]"));
        }
        if (token.isEmpty()) {
            throw expected("a value");
        }
        Expression atom = leaf();
        advance();
        if (atom instanceof Expression.Name name && token.equals("(")) {
            return new Expression.Call(name.id(), listUpTo(")"));
        }
        return atom;
    }

    private List<Expression> listUpTo(String end) throws ExpressionException {
        List<Expression> elements = new ArrayList<>();
        do {
            advance();
            elements.add(or());
        } while (token.equals(","));
        if (!token.equals(end)) {
            throw expected("',' or '" + end + "'");
        }
        advance();
        return elements;
    }

    private Expression leaf() throws ExpressionException {
        if (matcher.group("number") != null) {
            return new Expression.Literal(new BigDecimal(token));
        }
        if (matcher.group("text") != null) {
            return new Expression.Text(matcher.group("text"));
        }
        if (matcher.group("name") != null) {
            return token.equals("true") || token.equals("false")
                    ? new Expression.Truth(token.equals("true"))
                    : new Expression.Name(token);
        }
        throw expected("a value");
    }

    private String take() throws ExpressionException {
        String taken = token;
        advance();
        return taken;
    }

    private void advance() throws ExpressionException {
        if (source.substring(position).isBlank()) {
            token = "";
            return;
        }
        matcher.region(position, source.length());
        if (!matcher.lookingAt()) {
            throw new ExpressionException(
                    "cannot be read from '" + source.substring(position).strip() + "' on");
        }
        token = matcher.group().strip();
        position = matcher.end();
    }

    private ExpressionException expected(String what) {
        return new ExpressionException(
                "needs " + what + (token.isEmpty() ? " at its end" : " instead of '" + token + "'"));
    }
}
