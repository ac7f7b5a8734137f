package org.dutyledger.report.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/** Creates tokens with a temporary key. */
final class TestTokens {
    private final KeyPair key;

    TestTokens() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        key = generator.generateKeyPair();
    }

    String of(String role, String jurisdiction) {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader(JWSAlgorithm.ES256),
                new JWTClaimsSet.Builder()
                        .subject("anna")
                        .issuer("dutyledger")
                        .audience("dutyledger")
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                        .claim("roles", List.of(role))
                        .claim("jurisdictions", List.of(jurisdiction))
                        .build());
        try {
            jwt.sign(new ECDSASigner((ECPrivateKey) key.getPrivate()));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return jwt.serialize();
    }

    /** Path of the public key, for DUTYLEDGER_JWT_PUBLIC_KEY. */
    String publicKey() throws Exception {
        Path file = Files.createTempFile("jwt-public", ".pem");
        file.toFile().deleteOnExit();
        String pem = Base64.getMimeEncoder().encodeToString(key.getPublic().getEncoded());
        Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + pem + "\n-----END PUBLIC KEY-----\n");
        return "file:" + file;
    }
}
