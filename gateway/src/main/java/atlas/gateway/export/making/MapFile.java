package atlas.gateway.export.making;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.export.ExportedFile;
import atlas.gateway.export.making.Output.Form;
import atlas.gateway.format.FeatureWriter;
import atlas.gateway.format.Format;
import atlas.gateway.format.Shape;

/** The counties on a map that is being written, each with its score and its simplified shape. */
final class MapFile implements SetFile {

    private static final Form FORM = new Form("counties.geojson", "Counties with their shapes and scores on the day",
            Format.GEOJSON.id(), Format.GEOJSON.mediaType());

    private final Output out;
    private final FeatureWriter features;
    private final Map<String, Shape> shapes;
    private long rows;

    /** @param shapes by FIPS code */
    MapFile(Path folder, Cut cut, Map<String, Shape> shapes, ObjectWriter json) throws IOException {
        this.shapes = shapes;
        this.out = new Output(folder, FORM);
        this.features = new FeatureWriter(json, out);
        features.begin(JsonNodeFactory.instance.objectNode().put("version", cut.version()).put("asOf", cut.asOf().toString())
                .put("knownAt", cut.knownAt().toString()));
    }

    @Override
    public void add(ObjectNode line) throws IOException {
        JsonNode county = line.get("county");
        String fips = county.path("fips").asText();
        Shape shape = shapes.get(fips);
        features.write(fips, county, shape == null ? null : shape.full());
        rows++;
    }

    @Override
    public void close() throws IOException {
        features.close();
    }

    @Override
    public List<ExportedFile> finished() {
        return List.of(out.finished(rows));
    }
}
