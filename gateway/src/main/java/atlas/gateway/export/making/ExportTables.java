package atlas.gateway.export.making;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.export.making.ExportTable.Keys;
import atlas.gateway.export.making.ExportTable.Source;
import atlas.gateway.route.PublishedApi;

/** The tables of the data set, with the columns that the published document gives their items. */
@Singleton
class ExportTables {

    private final JsonNode document;
    private List<ExportTable> all;

    ExportTables(PublishedApi api) {
        this.document = api.document();
    }

    JsonNode document() {
        return document;
    }

    /** The same as long as we run; not looked for before somebody makes files. */
    List<ExportTable> all() {
        if (all == null) {
            all = List.of(counties(), scores(), policies(), laws(), lawEffects(), courtEvents(), events());
        }
        return all;
    }

    private ExportTable counties() {
        RowSchema schema = new RowSchema(document).fields("County", "requestedFips", "alias");
        return new ExportTable("counties", "Counties with their scores on the day", Source.COUNTIES, schema.node(),
                line -> Stream.of((ObjectNode) line.get("county")), Keys.of("fips"));
    }

    private ExportTable scores() {
        RowSchema schema = new RowSchema(document).like("County", "fips").like("County", "state")
                .own("span", "integer", "1 for the first span of days of the county").fields("HistorySegment");
        return new ExportTable("scores", "Scores of each county over time, one row for each span of days without a change",
                Source.COUNTIES, schema.node(), line -> spans((ObjectNode) line.get("county"), line.get("history")),
                Keys.of("fips", "span").naming("counties", List.of("fips"), List.of("fips")));
    }

    private static Stream<ObjectNode> spans(ObjectNode county, JsonNode history) {
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonNode span : history) {
            ObjectNode row = county.objectNode();
            row.set("fips", county.get("fips"));
            row.set("state", county.get("state"));
            rows.add(row.put("span", rows.size() + 1).setAll((ObjectNode) span));
        }
        return rows.stream();
    }

    private ExportTable policies() {
        return new ExportTable("policies", "Policy records, every version", Source.POLICIES,
                new RowSchema(document).fields("RecordedPolicy").node(), Stream::of,
                Keys.of("id", "version").naming("counties", List.of("county"), List.of("fips")));
    }

    private ExportTable laws() {
        return new ExportTable("laws", "State laws, every version", Source.LAWS,
                new RowSchema(document).fields("RecordedLaw").node(), Stream::of, Keys.of("id", "version"));
    }

    private ExportTable lawEffects() {
        return partsOfLaws("law-effects", "What each version of a law does to each factor", "effects", "LawEffect");
    }

    private ExportTable courtEvents() {
        return partsOfLaws("law-court-events", "What courts and legislatures did with each version of a law", "courtHistory",
                "CourtEvent");
    }

    private ExportTable partsOfLaws(String name, String title, String list, String component) {
        RowSchema schema = new RowSchema(document).like("RecordedLaw", "id", "law").like("RecordedLaw", "version")
                .like("RecordedLaw", "state").own("number", "integer", "its place in the list of the law, from 1")
                .fields(component);
        return new ExportTable(name, title, Source.LAWS, schema.node(), law -> parts(law, list),
                Keys.of("law", "version", "number").naming("laws", List.of("law", "version"), List.of("id", "version")), true,
                Set.of());
    }

    private static Stream<ObjectNode> parts(ObjectNode law, String list) {
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonNode part : law.path(list)) {
            ObjectNode row = law.objectNode();
            row.set("law", law.get("id"));
            row.set("version", law.get("version"));
            row.set("state", law.get("state"));
            rows.add(row.put("number", rows.size() + 1).setAll((ObjectNode) part));
        }
        return rows.stream();
    }

    private ExportTable events() {
        RowSchema schema = new RowSchema(document).like("FeedEvent", "sequence").like("FeedEvent", "type")
                .like("RecordedLaw", "state").like("RecordedPolicy", "county")
                .codes("factors", "factors that it is about, or that stand differently")
                .fields("FeedEvent", "specversion", "datacontenttype");
        return new ExportTable("events", "The public feed of changes", Source.EVENTS, schema.node(), Stream::of,
                Keys.of("sequence"), false, Set.of("state", "county", "factors"));
    }
}
