package atlas.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens as the gateway makes them for a service, and what somebody else might try instead. */
final class ForgedTokens {

    private static final String ES256 = "{\"alg\":\"ES256\",\"typ\":\"JWT\"}";
    private static final String ISSUER = "atlas-gateway";
    private static final long LIFE = 60;

    private final PrivateKey signing;
    private final String verifyingPem;

    /** With the keys of a suite: the forger is somebody who has the public one. */
    ForgedTokens(Path data) throws IOException, GeneralSecurityException {
        SigningKeys keys = SigningKeys.in(data.resolve("tokens"));
        this.signing = key(keys.signing());
        this.verifyingPem = Files.readString(keys.verifying());
    }

    static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(content(Files.readString(file))));
    }

    /** What the service takes. */
    String good(String service) throws GeneralSecurityException {
        return signed(ES256, claims(service, ISSUER, LIFE), signing);
    }

    /** The same by another key, which the service takes while it knows that one, too. */
    String goodBy(PrivateKey another, String service) throws GeneralSecurityException {
        return signed(ES256, claims(service, ISSUER, LIFE), another);
    }

    /** What it must not take, each by what is wrong with it; null for none at all. */
    Map<String, String> forged(String service, String otherService) throws GeneralSecurityException {
        String good = good(service);
        String mine = claims(service, ISSUER, LIFE);
        KeyPairGenerator another = KeyPairGenerator.getInstance("EC");
        another.initialize(new ECGenParameterSpec("secp256r1"));
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("none", null);
        tokens.put("empty", "Bearer ");
        tokens.put("no token", "Bearer nonsense");
        tokens.put("another scheme", "Basic YWRtaW46YWRtaW4=");
        tokens.put("for another service", "Bearer " + signed(ES256, claims(otherService, ISSUER, LIFE), signing));
        tokens.put("of another issuer", "Bearer " + signed(ES256, claims(service, "somebody", LIFE), signing));
        tokens.put("expired", "Bearer " + signed(ES256, claims(service, ISSUER, -LIFE), signing));
        tokens.put("without an end", "Bearer " + signed(ES256, mine.replaceFirst(",\"exp\":\\d+", ""), signing));
        tokens.put("by another key", "Bearer " + signed(ES256, mine, another.generateKeyPair().getPrivate()));
        tokens.put("unsigned", "Bearer " + encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + encoded(mine) + ".");
        tokens.put("by the public key as a password", "Bearer " + hashed(mine, verifyingPem.getBytes(StandardCharsets.UTF_8)));
        tokens.put("by the bytes of the public key", "Bearer " + hashed(mine, content(verifyingPem)));
        tokens.put("changed behind the signature", "Bearer " + good.substring(0, good.indexOf('.') + 1)
                + encoded(mine.replace("anonymous", "root")) + good.substring(good.lastIndexOf('.')));
        return tokens;
    }

    private static String claims(String audience, String issuer, long life) {
        long now = Instant.now().getEpochSecond();
        return "{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"anonymous\",\"jti\":\"a\",\"groups\":[\"admin\"],\"states\":[],\"counties\":[]"
                .formatted(issuer, audience) + ",\"iat\":" + Math.min(now, now + 2 * life) + ",\"exp\":" + (now + life) + "}";
    }

    private static String signed(String header, String claims, PrivateKey key) throws GeneralSecurityException {
        String content = encoded(header) + "." + encoded(claims);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key);
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + encoded(signature.sign());
    }

    private static String hashed(String claims, byte[] key) throws GeneralSecurityException {
        String content = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return content + "." + encoded(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] content(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }
}
