package org.dutyledger.verifier.word;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The field that a program fills in with the page's number, within one paragraph: begin, what to fill in, result, end. */
final class PageField {
    private static final Pattern INSTRUCTION = Pattern.compile(" *(PAGE|NUMPAGES)( +\\\\\\* +(Arabic|MERGEFORMAT))* *");
    private static final int LONGEST_NUMBER = 4;
    private final Consumer<String> refuse;
    private final StringBuilder instruction = new StringBuilder();
    private final StringBuilder result = new StringBuilder();
    private State state = State.OUTSIDE;

    private enum State {
        OUTSIDE,
        BEGUN,
        INSTRUCTED,
        RESULT
    }

    PageField(Consumer<String> refuse) {
        this.refuse = refuse;
    }

    /** Handles a field character; returns whether it ends the field. */
    boolean character(String type) {
        State before = state;
        state = switch (type) {
            case "begin" -> State.BEGUN;
            case "separate" -> State.RESULT;
            default -> State.OUTSIDE;
        };
        boolean sound =
                switch (type) {
                    case "begin" -> before == State.OUTSIDE;
                    case "separate" -> before == State.INSTRUCTED;
                    case "end" -> before == State.INSTRUCTED || before == State.RESULT;
                    default -> false;
                };
        if (!sound) {
            refuse.accept("fldChar " + type);
        }
        instruction.setLength(0);
        result.setLength(0);
        return state == State.OUTSIDE;
    }

    void instruction(String text) {
        instruction.append(text);
    }

    /** The instruction is complete; only that for the page's number is known. */
    void instructed() {
        if (state != State.BEGUN || !INSTRUCTION.matcher(instruction).matches()) {
            refuse.accept("instrText " + instruction);
        }
        state = State.INSTRUCTED;
    }

    /** Whether a text of the paragraph is the field's result, which must be a number. */
    boolean takes(String text) {
        if (state == State.RESULT) {
            result.append(text);
        }
        boolean number = result.length() <= LONGEST_NUMBER && result.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number || state == State.BEGUN || state == State.INSTRUCTED) {
            refuse.accept("fldChar " + text);
        }
        return state == State.RESULT;
    }

    void paragraphEnds() {
        if (state != State.OUTSIDE) {
            refuse.accept("fldChar");
        }
    }
}
