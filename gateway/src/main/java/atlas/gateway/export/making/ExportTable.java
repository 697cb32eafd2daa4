package atlas.gateway.export.making;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.format.Column;
import atlas.gateway.format.Columns;

/**
 * A table of the data set.
 *
 * @param schema of a row, in the words of the published document
 * @param rows the rows that a line of the source gives
 * @param nested whether the rows stand within the items of another file too, which then alone is written as lines
 * @param onlyColumns fields of a row that are no part of the item as it is written as a line
 */
record ExportTable(String name, String title, Source source, ObjectNode schema, Function<ObjectNode, Stream<ObjectNode>> rows,
        Keys keys, boolean nested, Set<String> onlyColumns) {

    ExportTable(String name, String title, Source source, ObjectNode schema, Function<ObjectNode, Stream<ObjectNode>> rows,
            Keys keys) {
        this(name, title, source, schema, rows, keys, false, Set.of());
    }

    /** Its columns: sources of every factor would be longer than all else. */
    List<Column> columns(JsonNode document) {
        return Columns.of(document, schema).stream().filter(column -> column.onlyWith() == null).toList();
    }

    String csv() {
        return name + ".csv";
    }

    /** Where rows come from. */
    enum Source {
        COUNTIES,
        POLICIES,
        LAWS,
        EVENTS
    }

    /** What tells rows apart, and which other rows they name. */
    record Keys(List<String> primary, List<Reference> references) {

        static Keys of(String... primary) {
            return new Keys(List.of(primary), List.of());
        }

        Keys naming(String table, List<String> fields, List<String> there) {
            return new Keys(primary, List.of(new Reference(fields, table, there)));
        }
    }

    /** Fields that hold the key of a row of another table. */
    record Reference(List<String> fields, String table, List<String> there) {
    }
}
