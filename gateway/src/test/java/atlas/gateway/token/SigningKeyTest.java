package atlas.gateway.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = { "%s", "file:%s" })
    void readsAKeyOfTheRightCurve(String location) throws Exception {
        PrivateKey key = key("EC", 256);
        assertEquals(key, new SigningKey(Optional.of(String.format(location, pem(key)))).key());
    }

    @ParameterizedTest
    @CsvSource({ "EC,384", "RSA,2048" })
    void refusesOtherKeys(String algorithm, int size) throws Exception {
        Path file = pem(key(algorithm, size));
        assertTrue(refusal(file.toString()).contains("P-256"));
    }

    @Test
    void refusesToStartWithoutOne() throws IOException {
        assertTrue(assertThrows(IllegalStateException.class, () -> new SigningKey(Optional.empty())).getMessage()
                .contains("smallrye.jwt.sign.key.location"));
        assertTrue(refusal("").contains("smallrye.jwt.sign.key.location"));
        assertTrue(refusal(folder.resolve("missing").toString()).contains("cannot be read"));
        assertTrue(refusal(Files.writeString(folder.resolve("text"), "not a key").toString()).contains("P-256"));
    }

    private static String refusal(String location) {
        return assertThrows(IllegalStateException.class, () -> new SigningKey(Optional.of(location))).getMessage();
    }

    private static PrivateKey key(String algorithm, int size) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair().getPrivate();
    }

    private Path pem(PrivateKey key) throws IOException {
        return Files.writeString(folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getEncoded()) + "\n-----END PRIVATE KEY-----\n");
    }
}
