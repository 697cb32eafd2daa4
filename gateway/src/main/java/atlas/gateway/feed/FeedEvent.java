package atlas.gateway.feed;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** An event as the feed shows it: the CloudEvent of the topic, with its number. */
@Schema(name = "FeedEvent", type = SchemaType.OBJECT, description = "A CloudEvent 1.0 with its number in the feed as the extension attribute sequence.", requiredProperties = {
        "specversion", "id", "source", "type", "subject", "time", "sequence", "data" }, properties = {
                @SchemaProperty(name = "sequence", type = SchemaType.STRING, pattern = "\\d{16}", description = "number in the feed, one more than that of the event before; of sixteen digits, so that it sorts as text too", examples = "1767225600000042"),
                @SchemaProperty(name = "specversion", type = SchemaType.STRING, examples = "1.0"),
                @SchemaProperty(name = "id", type = SchemaType.STRING, format = "uuid"),
                @SchemaProperty(name = "source", type = SchemaType.STRING, format = "uri-reference", examples = "/county-service"),
                @SchemaProperty(name = "type", type = SchemaType.STRING, description = "atlas.county-policy.changed, atlas.state-law.changed or atlas.score.changed", examples = "atlas.county-policy.changed"),
                @SchemaProperty(name = "subject", type = SchemaType.STRING, description = "id of the record or law, or FIPS of the county", examples = "24031"),
                @SchemaProperty(name = "time", type = SchemaType.STRING, format = "date-time", description = "when it was recorded"),
                @SchemaProperty(name = "datacontenttype", type = SchemaType.STRING, examples = "application/json"),
                @SchemaProperty(name = "dataschema", type = SchemaType.STRING, description = "names the schema of data and its major version", examples = "urn:sanctuary-atlas:schema:score.changed:1"),
                @SchemaProperty(name = "data", type = SchemaType.OBJECT, description = "what changed: before and after whole, and why") })
public record FeedEvent(@Schema(hidden = true) @JsonValue @JsonRawValue String json) {
}
