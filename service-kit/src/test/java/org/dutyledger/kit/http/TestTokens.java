package org.dutyledger.kit.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** Creates valid and invalid tokens with a temporary key. */
final class TestTokens {
    static final KeyPair KEY = newKey();

    private TestTokens() {}

    static String good(String... roles) {
        return signed(KEY, claims -> claims.claim("roles", List.of(roles)));
    }

    static String signed(KeyPair key, UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims(change));
            jwt.sign(new ECDSASigner((ECPrivateKey) key.getPrivate()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static String unsigned() {
        return new PlainJWT(claims(claims -> claims)).serialize();
    }

    /** The claims of one token under the signature of another. */
    static String changed() {
        String[] modest = good("submitter").split("\\.");
        String[] greedy = good("office").split("\\.");
        return modest[0] + "." + greedy[1] + "." + modest[2];
    }

    /** The public key in the form that DUTYLEDGER_JWT_PUBLIC_KEY points to. */
    static String publicPem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEY.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .subject("anna")
                        .issuer("dutyledger")
                        .audience("dutyledger")
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                        .claim("orgs", List.of("330602-czj"))
                        .claim("jurisdictions", List.of("330602")))
                .build();
    }
}
