package atlas.service.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.interfaces.ECKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

import atlas.service.security.VerifyingKeys;

/** Files and folders that a setting names: whether they are what is needed. */
final class Paths {

    private static final int P_256 = 256;

    private Paths() {
    }

    /** @throws UnfitException when it is not */
    static Path read(Kind kind, String text) {
        Path path = Path.of(text.startsWith("file:") ? text.substring("file:".length()) : text).toAbsolutePath();
        switch (kind) {
            case FOLDER -> require(isWritableFolder(path), "it is no folder that this user can write to");
            case WRITABLE_FILE -> require(!Files.isDirectory(path) && Files.isWritable(path.getParent()),
                    "its folder does not exist, or this user cannot write to it");
            default -> readFile(kind, path);
        }
        return path;
    }

    private static boolean isWritableFolder(Path path) {
        Path there = path;
        while (Files.notExists(there)) {
            there = there.getParent();
        }
        return Files.isDirectory(there) && Files.isWritable(there);
    }

    private static void readFile(Kind kind, Path file) {
        require(Files.exists(file), "the file does not exist");
        require(Files.isRegularFile(file) && Files.isReadable(file), "it is no file that this user can read");
        try {
            if (kind == Kind.PRIVATE_KEY || kind == Kind.PUBLIC_KEY) {
                readKey(kind, Files.readString(file));
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new UnfitException("the file holds something else");
        }
    }

    private static void readKey(Kind kind, String text) throws GeneralSecurityException {
        if (kind == Kind.PUBLIC_KEY) {
            VerifyingKeys.ofPem(text); // one, or several while one takes the place of another
            return;
        }
        byte[] content = Base64.getDecoder().decode(text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
        Key key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(content));
        require(key instanceof ECKey curve && curve.getParams().getCurve().getField().getFieldSize() == P_256,
                "the key is of another curve");
    }

    private static void require(boolean met, String why) {
        if (!met) {
            throw new UnfitException(why);
        }
    }
}
