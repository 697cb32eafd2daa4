package atlas.service.security;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;

class GatewayKeysTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGER_THAN_A_LOOK = Duration.ofMillis(2_500);

    @TempDir
    Path folder;

    private Path file;
    private KeyPair old;
    private KeyPair next;

    @BeforeEach
    void makeKeys() throws GeneralSecurityException {
        file = folder.resolve("verifying.pem");
        old = pair("secp256r1");
        next = pair("secp256r1");
    }

    @Test
    void takesBothKeysWhileOneTakesThePlaceOfTheOther() throws IOException {
        Files.writeString(file, pem(old));
        GatewayKeys keys = new GatewayKeys(Optional.of(file.toString()));
        assertEquals(List.of(old.getPublic()), candidates(keys, old));
        assertEquals(List.of(), candidates(keys, next));

        Files.writeString(file, pem(old) + pem(next));
        await().atMost(PATIENCE).until(() -> candidates(keys, next).equals(List.of(next.getPublic())));
        assertEquals(List.of(old.getPublic()), candidates(keys, old));

        Files.writeString(file, pem(next));
        await().atMost(PATIENCE).until(() -> candidates(keys, old).isEmpty());
        assertEquals(List.of(next.getPublic()), candidates(keys, next));
    }

    @Test
    void triesAllForATokenThatNamesNone() throws IOException {
        Files.writeString(file, pem(old) + "\n" + pem(next));
        GatewayKeys keys = new GatewayKeys(Optional.of("file:" + file));

        String unnamed = Jwt.claims().jws().algorithm(SignatureAlgorithm.ES256).sign(old.getPrivate());

        assertEquals(Set.of(old.getPublic(), next.getPublic()), Set.copyOf(keys.candidates(unnamed)));
        assertEquals(2, keys.candidates("nonsense").size());
    }

    @Test
    void staysWithItsKeysWhenTheFileIsBroken() throws IOException {
        Files.writeString(file, pem(old));
        GatewayKeys keys = new GatewayKeys(Optional.of(file.toString()));

        Files.writeString(file, "half a file");
        await().atMost(PATIENCE).pollDelay(LONGER_THAN_A_LOOK).until(() -> !candidates(keys, old).isEmpty());
        Files.delete(file);
        await().atMost(PATIENCE).pollDelay(LONGER_THAN_A_LOOK).until(() -> !candidates(keys, old).isEmpty());
    }

    @Test
    void saysAtTheStartWhatIsWrongWithTheFile() throws Exception {
        assertTrue(refusal().contains("mp.jwt.verify.publickey.location") && refusal().contains(file.toString()), refusal());
        Files.writeString(file, "nothing");
        assertTrue(refusal().contains("no PUBLIC KEY"), refusal());
        Files.writeString(file, pem(pair("secp384r1")));
        assertTrue(refusal().contains("P-256"), refusal());
    }

    /** The example of RFC 7638 has another kind of key; this one was computed apart from the code. */
    @Test
    void namesAKeyByItsThumbprint() {
        String id = VerifyingKeys.id((ECPublicKey) VerifyingKeys.ofPem("""
                -----BEGIN PUBLIC KEY-----
                MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEMKBCTNIcKUSDii11ySs3526iDZ8A
                iTo7Tu6KPAqv7D7gS2XpJFbZiItSs3m9+9Ue6GnvHw/GW2ZZaVtszggXIw==
                -----END PUBLIC KEY-----
                """).byId().values().iterator().next());

        assertEquals("cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s", id);
    }

    private String refusal() {
        return assertThrows(IllegalStateException.class, () -> new GatewayKeys(Optional.of(file.toString()))).getMessage();
    }

    private static List<PublicKey> candidates(GatewayKeys keys, KeyPair signer) {
        String token = Jwt.claims().jws().algorithm(SignatureAlgorithm.ES256)
                .keyId(VerifyingKeys.id((ECPublicKey) signer.getPublic())).sign(signer.getPrivate());
        return List.copyOf(keys.candidates(token));
    }

    private static KeyPair pair(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
