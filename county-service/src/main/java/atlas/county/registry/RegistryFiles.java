package atlas.county.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

/** The registry as it is shipped: facts of the Census Bureau, made by {@code src/registry}. */
@ApplicationScoped
class RegistryFiles {

    private static final String FOLDER = "/registry/";

    private final ObjectMapper json;

    RegistryFiles(ObjectMapper json) {
        this.json = json;
    }

    List<StateRow> states() {
        return rows("states.csv", StateRow.class);
    }

    List<CountyRow> counties() {
        return rows("counties.csv", CountyRow.class);
    }

    List<AliasRow> aliases() {
        return rows("aliases.csv", AliasRow.class);
    }

    /** The simplified shape of each county, by FIPS: an RFC 7946 geometry. */
    Map<String, JsonNode> shapes() {
        Map<String, JsonNode> shapes = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open("shapes.ndjson"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode shape = json.readTree(line);
                shapes.put(shape.get("fips").textValue(), shape.get("geometry"));
            }
            return shapes;
        } catch (IOException e) {
            throw new IllegalStateException("the shapes that are shipped cannot be read", e);
        }
    }

    private <T> List<T> rows(String file, Class<T> type) {
        CsvMapper csv = CsvMapper.csvBuilder().enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS).findAndAddModules().build();
        ObjectReader reader = csv.readerFor(type).with(CsvSchema.emptySchema().withHeader());
        try (InputStream in = open(file)) {
            return reader.<T> readValues(in).readAll();
        } catch (IOException e) {
            throw new IllegalStateException("a file of the registry that is shipped cannot be read: " + file, e);
        }
    }

    private static InputStream open(String file) {
        return RegistryFiles.class.getResourceAsStream(FOLDER + file);
    }

    record StateRow(String code, String fips, String name) {
    }

    record CountyRow(String fips, String state, String name, String short_name, double latitude, double longitude) {
    }

    record AliasRow(String code, String resolves_to, String kind, String effective, String note) {
    }
}
