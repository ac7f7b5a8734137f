package org.dutyledger.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenMintTest {
    private static final Instant NOW = Instant.parse("2022-03-01T08:00:00Z");

    @TempDir
    Path directory;

    @Test
    void token_namesItsBearer_andIsSignedByTheKey() throws Exception {
        KeyFiles keys = KeyFiles.in(directory);
        TokenMint mint = new TokenMint(keys, Clock.fixed(NOW, ZoneOffset.UTC));
        SignedJWT jwt =
                SignedJWT.parse(mint.token(TokenMint.Bearer.organisation("330602-czj", "330602"), Duration.ofHours(1)));
        assertThat(jwt.verify(new ECDSAVerifier(publicKey(keys)))).isTrue();
        var claims = jwt.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("dutyledger");
        assertThat(claims.getAudience()).containsExactly("dutyledger");
        assertThat(claims.getSubject()).isEqualTo("330602-czj");
        assertThat(claims.getStringListClaim("roles")).containsExactly("submitter");
        assertThat(claims.getStringListClaim("orgs")).containsExactly("330602-czj");
        assertThat(claims.getStringListClaim("jurisdictions")).containsExactly("330602");
        assertThat(claims.getExpirationTime()).isEqualTo(NOW.plusSeconds(3600));
    }

    @Test
    void keys_areMadeOnce_andThePrivateOneIsTheOwners() throws Exception {
        KeyFiles first = KeyFiles.in(directory);
        String pem = Files.readString(first.privateKeyFile());
        assertThat(Files.readString(KeyFiles.in(directory).privateKeyFile())).isEqualTo(pem);
        assertThat(Files.getPosixFilePermissions(first.privateKeyFile()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void keyPairOfAnEarlierVersion_isUsedOn() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        Files.writeString(
                directory.resolve("jwt-private.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        TokenMint mint = new TokenMint(KeyFiles.in(directory), Clock.fixed(NOW, ZoneOffset.UTC));
        SignedJWT jwt = SignedJWT.parse(mint.token(TokenMint.Bearer.office(), Duration.ofHours(1)));
        assertThat(jwt.verify(new RSASSAVerifier((RSAPublicKey) pair.getPublic())))
                .isTrue();
    }

    private static ECPublicKey publicKey(KeyFiles keys) throws Exception {
        String pem = Files.readString(keys.publicKeyFile()).replaceAll("-----[A-Z ]+-----|\\s", "");
        return (ECPublicKey) KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
    }
}
