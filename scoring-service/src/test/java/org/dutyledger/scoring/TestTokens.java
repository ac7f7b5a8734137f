package org.dutyledger.scoring;

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
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/** Creates tokens with a temporary key. */
final class TestTokens {
    private static final KeyPair KEY = newKey();

    private TestTokens() {}

    static String token(String role, List<String> organisations, List<String> jurisdictions) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject("tester")
                .issuer("dutyledger")
                .audience("dutyledger")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("roles", List.of(role))
                .claim("orgs", organisations)
                .claim("jurisdictions", jurisdictions)
                .build();
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
            jwt.sign(new ECDSASigner((ECPrivateKey) KEY.getPrivate()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes the public key where DUTYLEDGER_JWT_PUBLIC_KEY can point to. */
    static String publicKey(Path directory) {
        try {
            Path file = directory.resolve("jwt-public.pem");
            String text = Base64.getMimeEncoder().encodeToString(KEY.getPublic().getEncoded());
            Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n");
            return file.toUri().toString();
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
