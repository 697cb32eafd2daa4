package atlas.gateway.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A file that keys are handed over in: a line each, {@code role key description}, for its owner's eyes only. */
final class KeysFile {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;

    KeysFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** Writes the file whole or not at all, and never readable for others. */
    void write(Map<DemoRole, KeyText> keys) throws IOException {
        List<String> lines = keys.entrySet().stream().map(key -> String.join(" ", key.getKey().role(),
                key.getValue().reveal(), key.getKey().description())).toList();
        Path unfinished = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, OWNER_ONLY);
        Files.write(unfinished, lines, StandardOpenOption.WRITE);
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    }

    Map<DemoRole, KeyText> read() throws IOException {
        Map<DemoRole, KeyText> keys = new EnumMap<>(DemoRole.class);
        for (String line : Files.readAllLines(path)) {
            if (!line.isBlank()) {
                String[] words = line.split(" ", 3);
                Optional<DemoRole> role = DemoRole.named(words[0]);
                Optional<KeyText> key = words.length > 1 ? KeyText.read(words[1]) : Optional.empty();
                if (role.isEmpty() || key.isEmpty()) {
                    throw new IllegalStateException("The keys file " + path + " has a line that is not one of ours:"
                            + " delete the file, and new keys are made");
                }
                keys.put(role.get(), key.get());
            }
        }
        return keys;
    }
}
