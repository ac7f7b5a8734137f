package org.dutyledger.kit;

import java.util.Set;

/**
 * The caller, from the checked token.
 *
 * @param subject the token's {@code sub}
 * @param roles {@code submitter}, {@code supervisor}, {@code auditor}, {@code office}, {@code service}
 * @param organisations ids of the organisations it may act for
 * @param jurisdictions codes of the jurisdictions it may see; {@code *} means all
 */
public record Caller(String subject, Set<String> roles, Set<String> organisations, Set<String> jurisdictions) {
    public Caller {
        roles = Set.copyOf(roles);
        organisations = Set.copyOf(organisations);
        jurisdictions = Set.copyOf(jurisdictions);
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    /** Whether it may see what belongs to a jurisdiction. */
    public boolean sees(String jurisdiction) {
        return jurisdictions.contains("*") || jurisdictions.contains(jurisdiction);
    }

    /**
     * Demands one of several roles.
     *
     * @throws Problem 403 {@code ROLE_MISSING}
     */
    public void require(String... oneOf) {
        for (String role : oneOf) {
            if (roles.contains(role)) {
                return;
            }
        }
        throw new Problem(403, "ROLE_MISSING", "this needs one of the roles " + String.join(", ", oneOf));
    }
}
