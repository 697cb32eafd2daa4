package atlas.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.microprofile.config.ConfigProvider;

/** The demo keys, as somebody who was given the file has them. */
public final class Keys {

    private Keys() {
    }

    public static String admin() {
        return of("admin");
    }

    public static String ofMaryland() {
        return of("partner-md");
    }

    public static Path file() {
        return ConfigProvider.getConfig().getValue("atlas.demo.keys-file", Path.class);
    }

    public static String of(String role) {
        try {
            return Files.readAllLines(file()).stream().map(line -> line.split(" ", 3))
                    .filter(words -> words[0].equals(role)).findFirst().orElseThrow()[1];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
