package atlas.gateway.export.making;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.export.making.ExportTable.Source;
import atlas.gateway.feed.FeedFilter;
import atlas.gateway.feed.FeedStore;
import atlas.gateway.feed.FeedStore.Most;
import atlas.gateway.feed.NumberedEvent;
import atlas.gateway.format.ExactJson;
import atlas.gateway.format.Shape;
import atlas.gateway.route.BulkReads;
import atlas.gateway.route.ServiceName;
import atlas.gateway.route.Services;
import atlas.gateway.route.Shapes;

/** Reads all of a state from where it is kept, a line at a time. */
@Singleton
class Sources {

    private static final Most PART = new Most(500, 8_000_000);

    private final BulkReads services;
    private final Shapes shapes;
    private final FeedStore feed;
    private final FeedCuts cuts;
    private final ObjectReader json;

    Sources(BulkReads services, Shapes shapes, FeedStore feed, FeedCuts cuts, ExactJson json) {
        this.services = services;
        this.shapes = shapes;
        this.feed = feed;
        this.cuts = cuts;
        this.json = json.reader();
    }

    /** What is done with a line. */
    interface Step {
        void on(ObjectNode line) throws IOException;
    }

    /** The state of an instant; null while nothing was recorded by then. */
    Cut cut(Instant instant, String layout) throws IOException {
        Knowledge knowledge = knowledge(
                services.document(ServiceName.SCORING, "/internal/knowledge?known_at=" + instant));
        return knowledge.knownAt() == null ? null : Cut.of(instant, knowledge, cuts.at(instant), layout);
    }

    /** The shapes of the counties, by FIPS code. */
    Map<String, Shape> shapes() {
        return Services.await(shapes.all());
    }

    private Knowledge knowledge(JsonNode told) throws IOException {
        return json.forType(Knowledge.class).readValue(told);
    }

    void read(Source source, Cut cut, Path staged, Step step) throws IOException {
        switch (source) {
            case COUNTIES -> {
                services.lines(ServiceName.SCORING,
                        "/internal/counties?as_of=" + cut.asOf() + "&known_at=" + cut.knownAt(), staged);
                readCounties(cut, staged, step);
            }
            case POLICIES -> {
                services.lines(ServiceName.COUNTY, "/internal/policies?known_at=" + cut.knownAt(), staged);
                readLines(staged, step);
            }
            case LAWS -> {
                services.lines(ServiceName.STATE_LAW, "/internal/laws?known_at=" + cut.knownAt(), staged);
                readLines(staged, step);
            }
            case EVENTS -> readEvents(cut.feed(), step);
        }
    }

    /** The first line tells what they rest on: what came since the state was asked for would be in them too. */
    private void readCounties(Cut cut, Path staged, Step step) throws IOException {
        boolean[] told = { false };
        readLines(staged, line -> {
            if (told[0]) {
                step.on(line);
                return;
            }
            told[0] = true;
            Knowledge now = knowledge(line);
            if (!now.policies().equals(cut.knowledge().policies()) || !now.laws().equals(cut.knowledge().laws())) {
                throw new PartsDifferException("something recorded before " + cut.instant() + " has only now arrived");
            }
        });
    }

    private void readLines(Path staged, Step step) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(staged)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                step.on((ObjectNode) json.readTree(line));
            }
        }
        Files.delete(staged);
    }

    private void readEvents(FeedCut cut, Step step) throws IOException {
        long after = cut.head().first() - 1;
        List<NumberedEvent> part = feed.page(FeedFilter.ALL, after, cut.head().last(), PART);
        while (!part.isEmpty()) {
            for (NumberedEvent event : part) {
                after = event.sequence();
                if (cut.holds(after)) {
                    step.on(line(event));
                }
            }
            part = feed.page(FeedFilter.ALL, after, cut.head().last(), PART);
        }
    }

    private ObjectNode line(NumberedEvent event) throws IOException {
        ObjectNode line = (ObjectNode) json.readTree(event.json());
        line.put("state", event.facts().state()).put("county", event.facts().county());
        ArrayNode factors = line.putArray("factors");
        event.facts().factors().stream().sorted().forEach(factors::add);
        return line;
    }
}
