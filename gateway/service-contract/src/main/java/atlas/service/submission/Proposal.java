package atlas.service.submission;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.service.record.VersionKey;
import atlas.service.write.IfMatch;

/**
 * What a submission would do.
 *
 * @param against the version of the record that it was made against; null for an addition
 * @param body what would be said, without what is null; for a withdrawal the reason alone
 */
public record Proposal(SubmissionKind kind, SubmissionAction action, VersionKey against, Site site, ObjectNode body) {

    public Proposal {
        dropNulls(body);
    }

    /** The record that would change; null for an addition. */
    public UUID record() {
        return against == null ? null : against.id();
    }

    /** The version that it was made against, as a write names it; null for an addition. */
    public IfMatch expected() {
        return against == null ? null : new IfMatch(IfMatch.tagOf(against.version()));
    }

    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().isNull());
        }
        node.forEach(Proposal::dropNulls);
    }

    /** Where the record belongs: a county of a state, or (null) the state alone. */
    public record Site(String state, String county) {
    }
}
