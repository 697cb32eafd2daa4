package atlas.local.push;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person says to {@code deploy/push}. */
final class Options {

    private static final String DEFAULT_URL = "http://127.0.0.1:8080";

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "JSON, NDJSON, CSV, or ICE's list (XLSX)")
    Path file;

    @Option(names = "--url", paramLabel = "URL", description = "the public API (ATLAS_URL, or else " + DEFAULT_URL + ")")
    String url;

    @Option(names = "--key", paramLabel = "KEYFILE", description = "a file that holds the key (or else ATLAS_KEY, the key itself; for a suite on this machine, its demo key \"admin\")")
    String key;

    @Option(names = "--data", paramLabel = "FOLDER", description = "where the suite on this machine keeps its demo keys (.atlas in the project)")
    Path data;

    @Option(names = "--dry-run", description = "work everything out, and change nothing")
    boolean dryRun;

    @Option(names = "--format", paramLabel = "FORMAT", description = "json, ndjson, csv or xlsx (as the file's name ends)")
    String format;

    @Option(names = "--listed-on", paramLabel = "DATE", description = "the date of ICE's list (the date in the file's name)")
    LocalDate listedOn;

    @Option(names = "--name", paramLabel = "NAME", description = "the file's name for others (its own)")
    String name;

    @Option(names = "--no-wait", description = "send the file, print the import's address and end")
    boolean noWait;

    @Option(names = "--follow", paramLabel = "ID", description = "follow an import that was sent before; its refused rows go beside FILE, or into the current folder")
    UUID follow;

    @Option(names = "--cancel", paramLabel = "ID", description = "cancel an import: what was taken stays")
    UUID cancel;

    @Option(names = "--confirm", paramLabel = "ID", description = "confirm a list that lost many rows, and follow it (for reviewers)")
    UUID confirm;

    /** What is wrong with them together; null where nothing is. */
    String contradiction() {
        long imports = Stream.of(follow, cancel, confirm).filter(Objects::nonNull).count();
        boolean sending = dryRun || noWait || format != null || listedOn != null || name != null;
        if (imports > 1) {
            return "one of --follow, --cancel and --confirm at a time";
        }
        if (imports == 1 && sending) {
            return "--follow, --cancel and --confirm send no file: leave out --dry-run, --no-wait, --format, --listed-on, --name";
        }
        if (imports == 0 && file == null) {
            return "which FILE?";
        }
        if (format != null && Format.ofText(format).isEmpty()) {
            return "--format is json, ndjson, csv or xlsx, not " + format;
        }
        return null;
    }

    /** Whether a file is to be sent. */
    boolean sends() {
        return follow == null && cancel == null && confirm == null;
    }

    Format form() {
        return format == null ? Format.ofName(String.valueOf(file.getFileName())).orElse(null)
                : Format.ofText(format).orElse(null);
    }

    String address(Map<String, String> environment) {
        String named = url == null ? environment.get("ATLAS_URL") : url;
        return Server.address(named == null || named.isBlank() ? DEFAULT_URL : named);
    }

    Path demoKeys() {
        Path home = Path.of(System.getProperty("atlas.home", "")).toAbsolutePath();
        return (data == null ? home.resolve(".atlas") : data).resolve("keys");
    }

    /** The query of the upload. */
    String query(LocalFile sent) {
        List<String> parameters = new ArrayList<>();
        parameters.add("name=" + URLEncoder.encode(name == null ? sent.name() : name, StandardCharsets.UTF_8));
        if (dryRun) {
            parameters.add("dry_run=true");
        }
        if (listedOn != null) {
            parameters.add("listed_on=" + listedOn);
        }
        return "?" + String.join("&", parameters).replace("+", "%20");
    }

    CommandLineAgain again(String command) {
        List<String> words = new ArrayList<>(List.of(command));
        if (url != null) {
            words.addAll(List.of("--url", url));
        }
        if (key != null) {
            words.addAll(List.of("--key", key));
        }
        if (data != null) {
            words.addAll(List.of("--data", data.toString()));
        }
        return new CommandLineAgain(words);
    }
}
