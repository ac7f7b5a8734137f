package org.dutyledger.submission.domain.evidence;

import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandResultMessage;
import org.dutyledger.submission.domain.Decision;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

/** Matchers over the answer to a command. */
final class Events {
    private Events() {}

    static Matcher<CommandResultMessage<?>> accepted(int events) {
        return answer(decision ->
                decision instanceof Decision.Accepted all && all.events().size() == events);
    }

    static Matcher<CommandResultMessage<?>> answer(Predicate<Decision> expected) {
        return new CustomTypeSafeMatcher<>("the expected decision") {
            @Override
            protected boolean matchesSafely(CommandResultMessage<?> result) {
                return !result.isExceptional() && expected.test((Decision) result.getPayload());
            }
        };
    }
}
