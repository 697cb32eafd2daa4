package atlas.gateway.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes GeoJSON (RFC 7946): features one by one, or a collection of them with more members beside them. */
public final class FeatureWriter implements Closeable {

    private final JsonGenerator out;
    private boolean collecting;

    /** @param to is closed with the writer */
    public FeatureWriter(ObjectWriter json, OutputStream to) throws IOException {
        this.out = json.createGenerator(to);
    }

    /** Begins a collection; without it, one feature is written by itself. */
    public void begin(ObjectNode members) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", "FeatureCollection");
        for (var member : members.properties()) {
            out.writeFieldName(member.getKey());
            out.writeTree(member.getValue());
        }
        out.writeArrayFieldStart("features");
        collecting = true;
    }

    /**
     * Writes a feature.
     *
     * @param id of what it shows
     * @param geometry as JSON; null for a feature without a place
     */
    public void write(String id, JsonNode properties, String geometry) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", "Feature");
        out.writeStringField("id", id);
        out.writeFieldName("geometry");
        if (geometry == null) {
            out.writeNull();
        } else {
            out.writeRawValue(geometry);
        }
        out.writeFieldName("properties");
        out.writeTree(properties);
        out.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        if (collecting) {
            out.writeEndArray();
            out.writeEndObject();
        }
        out.close();
    }
}
