package org.dutyledger.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/** Creates tokens with a temporary key. */
public final class TestTokens {
    private static final KeyPair KEY = newKey();

    private TestTokens() {}

    public static String of(String subject, Duration lifetime) {
        return of(subject, lifetime, "supervisor");
    }

    public static String of(String subject, Duration lifetime, String role) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer("dutyledger")
                .audience("dutyledger")
                .expirationTime(Date.from(Instant.now().plus(lifetime)))
                .claim("roles", List.of(role))
                .build();
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
            jwt.sign(new ECDSASigner((ECPrivateKey) KEY.getPrivate()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes the public key where DUTYLEDGER_JWT_PUBLIC_KEY may point to, and returns that location. */
    public static String publicKey() {
        try {
            Path pem = Files.createTempFile("jwt-public", ".pem");
            pem.toFile().deleteOnExit();
            Files.writeString(
                    pem,
                    "-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(KEY.getPublic().getEncoded())
                            + "\n-----END PUBLIC KEY-----\n");
            return pem.toUri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
