package atlas.local;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;

/** One of the things that are made from the topics, made anew, and compared with what it was before. */
final class RebuiltPart {

    private static final Duration STANDSTILL = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);
    private static final long LOOK_MILLIS = 200;

    private final String name;
    private final List<String> compared;
    private final AdminApi api;
    private final Console console;

    /** @param compared the fields of the fingerprint that must be the same */
    private RebuiltPart(String name, List<String> compared, AdminApi api, Console console) {
        this.name = name;
        this.compared = compared;
        this.api = api;
        this.console = console;
    }

    static RebuiltPart scores(AdminApi api, Console console) {
        return new RebuiltPart("scores", List.of("scores", "statistics", "counties", "records", "laws"), api, console);
    }

    static RebuiltPart feed(AdminApi api, Console console) {
        return new RebuiltPart("feed", List.of("feed", "events", "keys"), api, console);
    }

    /** Rebuilds it and says so; true when it is what it was. */
    boolean rebuild() throws InterruptedException {
        JsonNode before = api.get(fingerprint());
        tell("before", before);
        long begin = System.nanoTime();
        int number = api.post(rebuilds()).path("number").asInt();
        await(number);
        JsonNode after = shown(number, before);
        console.say(name + " rebuilt in " + Console.seconds(Duration.ofNanos(System.nanoTime() - begin)));
        tell("after", after);
        List<String> differences = differences(before, after);
        console.say(name + ": " + (differences.isEmpty() ? "identical" : "different: " + String.join(", ", differences)));
        return differences.isEmpty();
    }

    private String fingerprint() {
        return "/v1/admin/fingerprints/" + name;
    }

    private String rebuilds() {
        return "/v1/admin/rebuilds/" + name;
    }

    private void tell(String when, JsonNode fingerprint) {
        compared.forEach(field -> console.say(String.format(Locale.ROOT, "  %-6s %-10s %s", when, field,
                fingerprint.path(field).asText())));
    }

    /** Returns when it is over; a service that is away for a while is waited for. */
    private void await(int number) throws InterruptedException {
        long moved = System.nanoTime();
        long told = 0;
        JsonNode last = null;
        while (true) {
            try {
                JsonNode now = api.get(rebuilds());
                if (now.path("number").asInt() > number || !now.path("running").asBoolean()) {
                    return;
                }
                moved = now.equals(last) ? moved : System.nanoTime();
                last = now;
            } catch (AdminApi.AwayException e) {
                console.complain("waits: " + e.getMessage());
            }
            if (System.nanoTime() - moved > STANDSTILL.toNanos()) {
                throw new CannotStartException("the rebuild of the " + name + " stands still: see the service's log");
            }
            if (last != null && System.nanoTime() - told > BETWEEN_LINES.toNanos()) {
                told = System.nanoTime();
                console.say("  " + last.path("applied").asText() + " of " + last.path("total").asText() + " messages");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /** What is shown after the rebuild, by whichever replica answers, as of the day of the one before. */
    private JsonNode shown(int number, JsonNode before) throws InterruptedException {
        String query = before.has("asOf") ? "?as_of=" + before.path("asOf").asText() : "";
        long deadline = System.nanoTime() + STANDSTILL.toNanos();
        while (true) {
            JsonNode after = api.get(fingerprint() + query);
            if (after.path("rebuild").asInt() >= number) {
                return after;
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStartException("the " + name + " are rebuilt, and the ones of before are still shown");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private List<String> differences(JsonNode before, JsonNode after) {
        return compared.stream().filter(field -> !before.path(field).equals(after.path(field)))
                .map(field -> field + " " + before.path(field).asText() + " is now " + after.path(field).asText()).toList();
    }
}
