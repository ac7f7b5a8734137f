package org.dutyledger.kit.http;

import com.nimbusds.jose.jwk.Curve;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.springframework.core.io.ResourceLoader;

/** Reads the key that tokens are checked with: PEM, X.509, of RSA or of the curve P-256. */
final class TokenKey {
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private TokenKey() {}

    /** @throws IllegalStateException naming the setting when there is no such key */
    static PublicKey read(String location, ResourceLoader resources) {
        try (InputStream in = resources.getResource(location).getInputStream()) {
            String pem = new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
            if (!pem.startsWith(BEGIN) || !pem.endsWith(END)) {
                throw new IllegalStateException(noKey(location));
            }
            String base64 = pem.substring(BEGIN.length(), pem.length() - END.length());
            return key(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
        } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
            throw new IllegalStateException(noKey(location), e);
        }
    }

    private static PublicKey key(X509EncodedKeySpec encoded) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(encoded);
        } catch (InvalidKeySpecException e) {
            ECPublicKey key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(encoded);
            if (!Curve.P_256.equals(Curve.forECParameterSpec(key.getParams()))) {
                throw new InvalidKeySpecException("a curve other than P-256", e);
            }
            return key;
        }
    }

    private static String noKey(String location) {
        return "DUTYLEDGER_JWT_PUBLIC_KEY: not a PEM X.509 public key (" + BEGIN + ") of RSA or P-256 at " + location;
    }
}
