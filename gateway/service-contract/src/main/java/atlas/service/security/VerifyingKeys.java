package atlas.service.security;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Public keys of the gateway by their ids: one, or two while one takes the place of the other. */
public record VerifyingKeys(Map<String, PublicKey> byId) {

    private static final Pattern PEM = Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----");
    private static final int COORDINATE_BYTES = 32;
    private static final int P_256 = 256;

    public VerifyingKeys {
        byId = Map.copyOf(byId);
    }

    /** The keys of a file that holds one PEM block after the other; refuses one that holds none, or something else. */
    public static VerifyingKeys ofPem(String text) {
        Map<String, PublicKey> keys = new LinkedHashMap<>();
        Matcher blocks = PEM.matcher(text);
        while (blocks.find()) {
            ECPublicKey key = key(blocks.group(1));
            keys.put(id(key), key);
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no PUBLIC KEY of PEM form is in it");
        }
        return new VerifyingKeys(keys);
    }

    /** Those that may have signed a token: the one whose id it names; all when it names none. */
    Collection<PublicKey> candidates(String id) {
        if (id == null) {
            return byId.values();
        }
        return byId.containsKey(id) ? List.of(byId.get(id)) : List.of();
    }

    /** The id of a key is made of the key itself (RFC 7638), so that nobody has to hand out ids. */
    public static String id(ECPublicKey key) {
        String members = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(
                coordinate(key.getW().getAffineX()), coordinate(key.getW().getAffineY()));
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static ECPublicKey key(String content) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(content);
            if (KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(bytes)) instanceof ECPublicKey key
                    && key.getParams().getCurve().getField().getFieldSize() == P_256) {
                return key;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("a PUBLIC KEY in it is not one of the curve P-256", e);
        }
        throw new IllegalArgumentException("a PUBLIC KEY in it is not one of the curve P-256");
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] padded = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, padded, COORDINATE_BYTES - length, length);
        return encoded(padded);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
