package atlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

    private static final byte[] TOKEN = "a token".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void whatTheOneSignsTheOtherVerifies() throws Exception {
        SigningKeys keys = SigningKeys.in(folder.resolve("tokens"));
        KeyFactory factory = KeyFactory.getInstance("EC");

        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(factory.generatePrivate(new PKCS8EncodedKeySpec(content(keys.signing()))));
        signer.update(TOKEN);
        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(factory.generatePublic(new X509EncodedKeySpec(content(keys.verifying()))));
        verifier.update(TOKEN);

        assertTrue(verifier.verify(signer.sign()));
    }

    @Test
    void areMadeOnceAndKeptToTheirOwner() throws Exception {
        SigningKeys first = SigningKeys.in(folder.resolve("tokens"));
        String key = Files.readString(first.signing());

        SigningKeys second = SigningKeys.in(folder.resolve("tokens"));

        assertEquals(key, Files.readString(second.signing()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(second.signing())));
    }

    private static byte[] content(Path pem) throws Exception {
        return Base64.getMimeDecoder().decode(Files.readString(pem).replaceAll("-----.*-----", ""));
    }
}
