package atlas.county.imports.ice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.county.imports.FileImport;
import atlas.county.imports.RefusedRowException;
import atlas.county.imports.RowReader;
import atlas.county.imports.StagedRow;

/** Reads the rows of a list, with what reviewers have assigned. */
@ApplicationScoped
class ListedRows {

    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {
    };

    private final CountyOfAgency counties;
    private final CountyAliases aliases;
    private final ObjectMapper json;

    ListedRows(CountyOfAgency counties, CountyAliases aliases, ObjectMapper json) {
        this.counties = counties;
        this.aliases = aliases;
        this.json = json;
    }

    RowReader reader(FileImport file) {
        Map<String, String> assigned = aliases.assigned();
        String reason = "import " + file.id();
        return row -> {
            ListedAgency agency = agency(row);
            return new Agreement(agency, file.listedOn(), reason).draft(row.number(), counties.of(agency, assigned));
        };
    }

    /** The rows that say what they are about; the others are refused later, one by one. */
    List<ListedAgency> readable(List<StagedRow> rows) {
        List<ListedAgency> readable = new ArrayList<>();
        for (StagedRow row : rows) {
            try {
                readable.add(agency(row));
            } catch (RefusedRowException e) {
                continue;
            }
        }
        return readable;
    }

    Renames renames() {
        Map<String, String> assigned = aliases.assigned();
        return new Renames(row -> {
            try {
                return counties.of(row, assigned);
            } catch (RefusedRowException e) {
                return null;
            }
        });
    }

    private ListedAgency agency(StagedRow row) {
        try {
            return ListedAgency.of(json.readValue(row.content(), CELLS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row was staged as something else than cells", e);
        }
    }
}
