package atlas.local.push;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** A push from its beginning to its end, and what Ctrl-C would mean at each moment. */
final class Course {

    private static final Duration CONNECTING = Duration.ofSeconds(15);

    private final Options options;
    private final Server server;
    private final Screen screen;
    private final Interruption interruption;
    private final CommandLineAgain again;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECTING)
            .build();
    private final Retries retries;
    private final Api api;

    Course(Options options, Server server, Screen screen, Interruption interruption) {
        this.options = options;
        this.server = server;
        this.screen = screen;
        this.interruption = interruption;
        this.again = options.again(System.getenv().getOrDefault("ATLAS_COMMAND", "deploy/push"));
        this.retries = new Retries(server, screen::complain);
        this.api = new Api(client, server, retries);
    }

    /** Sends the file and, unless that is not wanted, follows what becomes of it. */
    int send(LocalFile file) throws InterruptedException {
        Upload upload = new Upload(client, server, retries, screen);
        interruption.wouldMean(() -> upload.sent() < file.size()
                ? "stopped: the file had not arrived whole, so nothing of it was taken"
                : "stopped before the server answered: the file may have been taken. Push it again: what was taken is unchanged then");
        FollowedImport sent = upload.send(file, options.form(), options.query(file));
        if (options.noWait) {
            screen.say(server + "/v1/imports/" + sent.id());
            return Summary.ALL_TAKEN;
        }
        screen.say("import " + sent.id() + ": " + Gauge.number(sent.rows()) + " rows");
        return follow(sent.id());
    }

    /** Does what is asked for with an import that was sent before. */
    int steer() throws InterruptedException {
        if (options.cancel != null) {
            FollowedImport told = api.cancel(options.cancel);
            screen.say(new Summary(shown(told), told, server).text());
            return Summary.ALL_TAKEN;
        }
        UUID id = options.follow;
        if (options.confirm != null) {
            id = api.confirm(options.confirm).id();
        }
        return follow(id);
    }

    private int follow(UUID id) throws InterruptedException {
        String file = options.file == null ? "" : options.file.toString();
        String command = file.isEmpty() ? again.with("--follow", id.toString()) : again.with("--follow", id.toString(), file);
        interruption.wouldMean(() -> "stopped following; the import goes on. Follow it again: " + command
                + System.lineSeparator() + "Or cancel it: " + again.with("--cancel", id.toString()));
        FollowedImport told = followed(id, command);
        Summary summary = new Summary(shown(told), told, server);
        screen.say(summary.text());
        if (told.status().equals("AWAITING_CONFIRMATION")) {
            screen.say("a reviewer confirms it: " + again.with("--confirm", id.toString()));
        }
        if (told.refused() > 0) {
            writeRefused(told);
        }
        return summary.exitCode();
    }

    private FollowedImport followed(UUID id, String command) throws InterruptedException {
        try {
            return new Following(api, screen).toItsEnd(id);
        } catch (PushFailedException e) {
            throw new PushFailedException(e.getMessage() + " The import may go on: " + command, e);
        }
    }

    private void writeRefused(FollowedImport told) throws InterruptedException {
        Path beside = options.file == null ? Path.of(fileName(told)) : options.file;
        try {
            Path written = new RefusedRows(api).write(told.id(), beside);
            screen.say("refused rows, each with its reason: " + written);
            screen.say(told.format().equals("xlsx")
                    ? "have its names assigned (PUT /v1/imports/county-aliases) and push the same list again"
                    : "correct them there and push that file: columns that begin with \"_\" are not read");
        } catch (PushFailedException e) {
            screen.complain("deploy/push: the refused rows could not be written: " + e.getMessage()
                    + ". Without FILE they go into the current folder: " + again.with("--follow", told.id().toString()));
        }
    }

    private String shown(FollowedImport told) {
        return options.file == null ? fileName(told) : options.file.toString();
    }

    /** The import's name, as far as it is fit for a file of ours. */
    private static String fileName(FollowedImport told) {
        String name = told.name() == null ? "" : told.name().replaceAll("[/\\\\\\p{Cntrl}]", "_").replaceFirst("^[.\\s]+", "");
        return name.isBlank() ? told.id().toString() : name;
    }
}
