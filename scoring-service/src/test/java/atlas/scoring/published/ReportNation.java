package atlas.scoring.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.events.DatePrecision;
import atlas.events.EventJson;
import atlas.events.RecordedLaw;
import atlas.events.RecordedPolicy;
import atlas.scoring.Given;
import atlas.scoring.GivenRubrics;
import atlas.scoring.nation.Nation;
import atlas.scoring.nation.NationDraft;
import atlas.service.record.StatedDate;
import atlas.service.time.PartialDate;

/** The whole registry with the records and laws that the project ships, as the owning services would announce them. */
final class ReportNation {

    private static final Path COUNTIES = Path.of("../county-service/src/main/resources/registry/counties.csv");
    private static final Path DATA = Path.of("../deploy/data");

    private ReportNation() {
    }

    static Nation load() {
        NationDraft draft = new NationDraft(Nation.empty(GivenRubrics.ILRC));
        lines(COUNTIES).stream().skip(1).map(line -> line.split(",")).forEach(
                county -> draft.register(Given.county(county[0], county[1], county[2]).asCounty()));
        for (JsonNode entry : read("policies.json")) {
            ObjectNode body = recorded(entry).put("county", entry.get("county").textValue());
            body.put("state", draft.county(body.get("county").textValue()).orElseThrow().state());
            draft.add(EventJson.mapper().convertValue(body, RecordedPolicy.class));
        }
        for (JsonNode entry : read("laws.json")) {
            draft.add(EventJson.mapper().convertValue(lists(recorded(entry)), RecordedLaw.class));
        }
        return draft.finish();
    }

    private static ObjectNode recorded(JsonNode entry) {
        ObjectNode body = entry.get("body").deepCopy();
        whole(body, "enacted", false);
        whole(body, "effectiveFrom", false);
        whole(body, "effectiveTo", true);
        return body.put("id", UUID.nameUUIDFromBytes(entry.get("ref").textValue().getBytes(StandardCharsets.UTF_8)).toString())
                .put("version", 1)
                .put("recordedAt", Given.EARLY).put("recordedBy", "The project").put("withdrawn", false);
    }

    private static void whole(ObjectNode body, String field, boolean end) {
        if (body.hasNonNull(field)) {
            JsonNode precision = body.get(field + "Precision");
            StatedDate date = new StatedDate(PartialDate.of(body.get(field).textValue()),
                    precision == null ? null : DatePrecision.valueOf(precision.textValue()));
            body.put(field, (end ? date.end() : date.start()).toString());
            body.put(field + "Precision", date.effectivePrecision().name());
        }
    }

    private static ObjectNode lists(ObjectNode law) {
        List.of("binds", "effects", "courtHistory", "topics", "sources").forEach(law::withArray);
        return law;
    }

    private static JsonNode read(String file) {
        try {
            return EventJson.mapper().readTree(DATA.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
