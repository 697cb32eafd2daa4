package atlas.gateway.export.making;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.export.ExportedFile;
import atlas.gateway.export.making.Output.Form;
import atlas.gateway.format.CsvTable;
import atlas.gateway.format.Format;

/** A table that is being written as CSV, and, where it is no part of another's items, as lines of JSON. */
final class TableFile implements SetFile {

    private final ExportTable table;
    private final ObjectWriter json;
    private final Output csv;
    private final CsvTable cells;
    private final Output lines;
    private long rows;

    TableFile(Path folder, JsonNode document, ExportTable table, ObjectWriter json) throws IOException {
        this.table = table;
        this.json = json;
        this.csv = new Output(folder, form(Format.CSV));
        this.cells = new CsvTable(csv, table.columns(document), true);
        this.lines = table.nested() ? null : new Output(folder, form(Format.NDJSON));
    }

    private Form form(Format format) {
        return new Form(table.name() + "." + format.id(), table.title(), format.id(), format.mediaType());
    }

    @Override
    public void add(ObjectNode line) throws IOException {
        for (Iterator<ObjectNode> all = table.rows().apply(line).iterator(); all.hasNext();) {
            ObjectNode row = all.next();
            cells.write(row);
            if (lines != null) {
                lines.write(json.writeValueAsBytes(row.remove(table.onlyColumns())));
                lines.write('\n');
            }
            rows++;
        }
    }

    @Override
    public void close() throws IOException {
        cells.close();
        if (lines != null) {
            lines.close();
        }
    }

    @Override
    public List<ExportedFile> finished() {
        List<ExportedFile> files = new ArrayList<>(List.of(csv.finished(rows)));
        if (lines != null) {
            files.add(lines.finished(rows));
        }
        return files;
    }
}
