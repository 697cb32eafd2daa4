package atlas.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the documentation, the dashboards and the rules say of metrics. */
final class ObservabilityFiles {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ROW = Pattern.compile("\\| `(atlas_\\w+)` \\|");
    private static final Pattern METRIC = Pattern.compile("\\b(?:atlas|jvm|process|http_server|agroal|worker_pool)_\\w+");
    private static final Pattern RECORDED = Pattern.compile("\\batlas:[\\w:]+");
    private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (atlas_\\w+) (\\w+)$");
    private static final Pattern RECORD = Pattern.compile("record: (\\S+)");

    private final Path home;

    ObservabilityFiles(Path home) {
        this.home = home;
    }

    /** The metrics in the table of the documentation. */
    Set<String> documented() {
        return found(ROW, text("docs/observability.md"));
    }

    /** The metrics that dashboards and rules ask for. */
    Set<String> asked() {
        Set<String> asked = new TreeSet<>();
        expressions().forEach(expression -> asked.addAll(found(METRIC, expression)));
        return asked;
    }

    /** The names of recording rules that dashboards and rules ask for. */
    Set<String> askedOfRules() {
        Set<String> asked = new TreeSet<>();
        expressions().forEach(expression -> asked.addAll(found(RECORDED, expression)));
        return asked;
    }

    Set<String> recorded() {
        return found(RECORD, text("deploy/observability/prometheus/rules/recording.yml"));
    }

    /** Our metrics of those that are shown, by the names that they are asked for under. */
    static Set<String> ours(String metrics) {
        Set<String> ours = new TreeSet<>();
        Matcher family = FAMILY.matcher(metrics);
        while (family.find()) {
            if (!family.group(1).endsWith("_max")) { // a timer's
                ours.add(family.group(1) + (family.group(2).equals("counter") ? "_total" : ""));
            }
        }
        return ours;
    }

    String text(String file) {
        return text(home.resolve(file));
    }

    private List<String> expressions() {
        List<String> expressions = new ArrayList<>(List.of(text("deploy/observability/prometheus/rules/recording.yml"),
                text("deploy/observability/prometheus/rules/alerts.yml")));
        try (Stream<Path> dashboards = Files.list(home.resolve("deploy/observability/grafana/dashboards"))) {
            for (Path dashboard : dashboards.toList()) {
                JSON.readTree(text(dashboard)).findValues("expr").stream().map(JsonNode::textValue).forEach(expressions::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return expressions;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(matcher.groupCount()));
        }
        return found;
    }
}
