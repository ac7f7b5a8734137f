package org.dutyledger.submission.domain.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.submission.domain.Refusal;
import org.jspecify.annotations.Nullable;

/** One rule that an item of a submission must satisfy. Policies are independent of each other and have no effect. */
@FunctionalInterface
public interface SubmissionPolicy {

    /** The reason against the item, or null when this policy has none. */
    @Nullable
    Refusal check(ItemContext context);

    /** Every policy by its name, in the order in which refusals are reported. */
    static Map<String, SubmissionPolicy> all() {
        Map<String, SubmissionPolicy> all = new LinkedHashMap<>();
        all.put("cycle is open", StatePolicies::open);
        all.put("deadline has not passed", StatePolicies::inTime);
        all.put("type is that of the item", ItemPolicies::rightType);
        all.put("fields are those of the type", FieldPolicy::fits);
        all.put("organisation may submit the item", ItemPolicies::submitter);
        all.put("period is that of the item", ItemPolicies::period);
        all.put("basis fits raw or derived", ItemPolicies::basis);
        all.put("as-of date is a date", ItemPolicies::asOf);
        all.put("unit is that of the item", NumberPolicies::unit);
        all.put("value is a plain number", NumberPolicies::plain);
        all.put("value is within bounds", NumberPolicies::range);
        all.put("value has no more decimals than stored", NumberPolicies::decimals);
        all.put("text is there and not too long", TextPolicies::text);
        all.put("claim is one of its words", TextPolicies::word);
        all.put("fact is one line", TextPolicies::oneLine);
        all.put("date is in the calendar", TextPolicies::date);
        all.put("remarks are not too long", TextPolicies::remarks);
        all.put("narrative types no number", TextPolicies::typedNumber);
        all.put("narrative names known figures", TextPolicies::placeholders);
        all.put("evidence file is described", ItemPolicies::file);
        all.put("correction has a reason", StatePolicies::reason);
        all.put("act fits the state", StatePolicies::state);
        all.put("act changes something", StatePolicies::changes);
        return all;
    }

    /** The refusals of all policies for an item. */
    static List<Refusal> judge(ItemContext context) {
        return Policies.IN_ORDER.stream()
                .map(policy -> policy.check(context))
                .filter(java.util.Objects::nonNull)
                .map(java.util.Objects::requireNonNull)
                .toList();
    }

    /** Keeps the list from being built for every item. */
    final class Policies {
        private static final List<SubmissionPolicy> IN_ORDER = List.copyOf(all().values());

        private Policies() {}
    }
}
