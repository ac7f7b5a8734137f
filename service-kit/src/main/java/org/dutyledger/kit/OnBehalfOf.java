package org.dutyledger.kit;

/**
 * A service that calls for a person. Both tokens were checked: the service's own as the bearer, the person's in the header
 * {@value #HEADER}. So a service cannot invent a person, and a person alone is not the service.
 *
 * @param service who calls; has the role {@code service}
 * @param person for whom
 */
public record OnBehalfOf(Caller service, Caller person) {
    /** Holds {@code Bearer} and the person's token. */
    public static final String HEADER = "On-Behalf-Of";
}
