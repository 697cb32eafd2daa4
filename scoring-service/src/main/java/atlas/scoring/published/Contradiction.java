package atlas.scoring.published;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where published figures do not fit one another, or the law. */
@Schema(name = "PublishedContradiction", description = "Where published figures do not fit one another, or the law. Nothing is bent to fit.", requiredProperties = {
        "id", "figures", "note" })
public record Contradiction(@Schema(examples = "tables-differ") String id,
        @Schema(description = "ids of the figures concerned; .* stands for all of a table", examples = "policy-types.*") List<String> figures,
        String note) {

    private static final String ALL = ".*";

    public Contradiction {
        Required.field(id, "id of a contradiction");
        Required.field(note, "note of " + id);
        figures = List.copyOf(Required.field(figures, "figures of " + id));
    }

    boolean concerns(String figure) {
        return figures.stream().anyMatch(named -> named.endsWith(ALL)
                ? figure.startsWith(named.substring(0, named.length() - 1))
                : figure.equals(named));
    }
}
