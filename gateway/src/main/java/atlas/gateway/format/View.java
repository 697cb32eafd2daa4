package atlas.gateway.format;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How the answer to a request is wanted.
 *
 * @param accept the media type that the service is asked for
 * @param format what the answer is given in
 * @param fields those of an item that are wanted; none when all are
 * @param included what {@code include} names
 * @param formulaSafe whether CSV is kept from being taken for formulas
 * @param geometry how much of a shape is wanted
 * @param formats what there was to choose from
 */
public record View(String accept, Format format, Set<String> fields, Set<String> included, boolean formulaSafe,
        Geometry geometry, Formats formats) {

    public View {
        fields = Set.copyOf(fields);
        included = Set.copyOf(included);
    }

    /** As the service writes it. */
    static View asItIs(String accept) {
        return new View(accept, Format.JSON, Set.of(), Set.of(), true, Geometry.NONE, Formats.NONE);
    }

    /** Whether the answer is made here of what the service writes. */
    public boolean isMade() {
        return format == Format.JSON ? !fields.isEmpty() : formats.isMade(format);
    }

    /** Whether it cannot be made without the shapes of the counties. */
    public boolean needsShapes() {
        return format == Format.GEOJSON && geometry != Geometry.NONE;
    }

    boolean shows(Column column) {
        boolean wanted = fields.isEmpty() || fields.contains(column.field())
                || formats.table().shared().containsValue(column.field());
        return wanted && (column.onlyWith() == null || included.contains(column.onlyWith()));
    }

    List<Column> columns() {
        return formats.table().columns().stream().filter(this::shows).toList();
    }

    /** Takes out of an item what is not wanted. */
    void cut(ObjectNode item) {
        if (!fields.isEmpty()) {
            item.retain(fields);
        }
    }
}
