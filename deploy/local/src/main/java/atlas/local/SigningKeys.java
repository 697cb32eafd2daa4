package atlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

import atlas.embedded.Secrets;

/**
 * The pair of keys for the tokens inside the suite: the gateway signs with the one, the services check with the other. Beside
 * them lies what cursors are sealed with.
 */
record SigningKeys(Path signing, Path verifying) {

    private static final int PEM_LINE = 64;
    private static final int SECRET_BYTES = 32;

    /** The pair in that folder, made there the first time. */
    static SigningKeys in(Path folder) {
        SigningKeys keys = new SigningKeys(folder.resolve("signing.pem"), folder.resolve("verifying.pem"));
        try {
            if (Files.notExists(keys.signing) || Files.notExists(keys.verifying)) {
                Files.createDirectories(folder);
                keys.generate();
            }
            if (Files.notExists(keys.cursorSecret())) {
                Secrets.write(keys.cursorSecret(), cursorSecretText());
            }
            return keys;
        } catch (IOException e) {
            throw new CannotStartException("cannot keep the signing keys in " + folder + ": " + Failures.inWords(e), e);
        }
    }

    /** The file of the secret that all services seal their cursors with. */
    Path cursorSecret() {
        return signing.resolveSibling("cursor-secret");
    }

    private static String cursorSecretText() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    private void generate() throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            Secrets.write(verifying, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            Secrets.write(signing, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    private static String pem(String what, byte[] content) {
        String lines = Base64.getMimeEncoder(PEM_LINE, new byte[] { '\n' }).encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }
}
