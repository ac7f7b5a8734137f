package org.dutyledger.local.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Makes the tokens that the services accept, signed with the installation's own key. */
public final class TokenMint {
    private static final String NAME = "dutyledger";

    private final PrivateKey key;
    private final Clock clock;

    public TokenMint(KeyFiles keys, Clock clock) {
        this.key = keys.privateKey();
        this.clock = clock;
    }

    /**
     * The bearer.
     *
     * @param organisations ids of the organisations it may submit for
     * @param jurisdictions codes of the jurisdictions it may see; {@code *} means all
     */
    public record Bearer(String subject, List<String> roles, List<String> organisations, List<String> jurisdictions) {
        public Bearer {
            roles = List.copyOf(roles);
            organisations = List.copyOf(organisations);
            jurisdictions = List.copyOf(jurisdictions);
        }

        /** The services among themselves. */
        public static Bearer service() {
            return new Bearer("dutyledger-service", List.of("service"), List.of(), List.of("*"));
        }

        /** Opens and closes cycles, issues reports, watches and audits. */
        public static Bearer office() {
            return new Bearer("office", List.of("office", "supervisor", "auditor"), List.of(), List.of("*"));
        }

        /** Reads everything, changes nothing. */
        public static Bearer auditor() {
            return new Bearer("auditor", List.of("auditor"), List.of(), List.of("*"));
        }

        /** One organisation that submits. */
        public static Bearer organisation(String organisation, String jurisdiction) {
            return new Bearer(organisation, List.of("submitter"), List.of(organisation), List.of(jurisdiction));
        }
    }

    /** A signed token that is valid from now for this long. */
    public String token(Bearer bearer, Duration validity) {
        Instant now = clock.instant();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader(key instanceof ECPrivateKey ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .subject(bearer.subject())
                        .issuer(NAME)
                        .audience(NAME)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(validity)))
                        .claim("roles", bearer.roles())
                        .claim("orgs", bearer.organisations())
                        .claim("jurisdictions", bearer.jurisdictions())
                        .build());
        try {
            jwt.sign(key instanceof ECPrivateKey curve ? new ECDSASigner(curve) : new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with the installation's key", e);
        }
        return jwt.serialize();
    }
}
