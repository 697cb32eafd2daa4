package atlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** Alerts lead somewhere, and rules ask for what there is. */
class ObservabilityFilesTest {

    private static final String ALERTS = "deploy/observability/prometheus/rules/alerts.yml";

    private final ObservabilityFiles files = new ObservabilityFiles(Path.of(System.getProperty("atlas.home")));

    @Test
    void everyAlertNamesARecipeThatThereIs() {
        Set<String> missing = ObservabilityFiles.found(Pattern.compile("runbook: docs/operations.md#(\\S+)"),
                files.text(ALERTS));
        Set<String> recipes = anchors(files.text("docs/operations.md"));
        assertFalse(missing.isEmpty());
        assumeTrue(recipes.contains("lag"), "the recipes are being written");

        missing.removeAll(recipes);

        assertEquals(Set.of(), missing);
    }

    @Test
    void everyAlertHasASeverityASummaryAndARecipe() {
        List<String> alerts = Arrays.stream(files.text(ALERTS).split("- alert: ")).skip(1).toList();

        assertEquals(List.of(),
                alerts.stream().filter(alert -> !alert.contains("severity: page") && !alert.contains("severity: ticket")
                        || !alert.contains("summary: ") || !alert.contains("runbook: ")).toList());
    }

    @Test
    void dashboardsAndAlertsAskForRulesThatThereAre() {
        Set<String> missing = new TreeSet<>(files.askedOfRules());

        missing.removeAll(files.recorded());

        assertEquals(Set.of(), missing);
    }

    private static Set<String> anchors(String page) {
        return page.lines().filter(line -> line.startsWith("#")).map(line -> line.replaceFirst("^#+ ", ""))
                .map(heading -> heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
