package atlas.local.push;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import atlas.local.CannotStartException;
import atlas.local.DemoKeys;
import atlas.local.Failures;

/**
 * Where the key comes from: a file, the environment or, for the suite on this machine, what {@code deploy/up} wrote.
 *
 * @param option of {@code --key}; null where it was not given
 * @param environment of {@code ATLAS_KEY}; null where it is not set
 * @param demoKeys the file of the local suite
 */
record KeySource(String option, String environment, Path demoKeys) {

    private static final String BEGINNING = "atlas_";
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]+");

    String keyFor(String address) {
        if (option != null) {
            return ofFile();
        }
        if (environment != null && !environment.isBlank()) {
            return checked(environment.strip(), "ATLAS_KEY");
        }
        if (Server.isLocal(address) && Files.isReadable(demoKeys)) {
            return demo();
        }
        throw new PushFailedException(
                "no key: put it into a file and name that with --key, or into the environment as ATLAS_KEY"
                        + (Server.isLocal(address) ? " (the demo keys of a local suite are not readable at " + demoKeys + ")"
                                : ""));
    }

    private String ofFile() {
        try {
            Path file = Path.of(option);
            if (option.startsWith(BEGINNING) && Files.notExists(file)) {
                throw new PushFailedException("--key takes a file that holds the key, never the key itself: whoever lists the"
                        + " processes of this machine sees it. Put it into a file, or into ATLAS_KEY; better, have it replaced");
            }
            List<String> lines = Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
            if (lines.size() != 1) {
                throw new PushFailedException("the key's file " + option + " must hold one line, the key");
            }
            return checked(lines.get(0), option);
        } catch (InvalidPathException | IOException e) {
            String why = e instanceof IOException io ? Failures.inWords(io) : "not a file's name";
            throw new PushFailedException("the key's file cannot be read: " + why, e);
        }
    }

    private String demo() {
        try {
            return DemoKeys.read(demoKeys).admin();
        } catch (CannotStartException e) {
            throw new PushFailedException(e.getMessage(), e);
        }
    }

    private static String checked(String key, String where) {
        if (!FORM.matcher(key).matches()) {
            throw new PushFailedException("what " + where + " holds is not a key: one word that begins with " + BEGINNING);
        }
        return key;
    }
}
