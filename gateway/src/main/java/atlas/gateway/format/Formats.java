package atlas.gateway.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an operation's answer can be given in.
 *
 * @param table the answer as a table; null when it is none
 * @param fields those of an item of the table, or of the answer when it is none, that can be asked for
 * @param shape the field of an item that names its shape; null when it has none
 * @param own what the service writes itself
 */
public record Formats(Table table, List<String> fields, String shape, Set<Format> own) {

    /** Of an operation whose answers are given as the service writes them. */
    public static final Formats NONE = new Formats(null, List.of(), null, Set.of());

    public Formats {
        fields = List.copyOf(fields);
        own = Set.copyOf(own);
    }

    boolean isTable() {
        return table != null;
    }

    boolean hasShapes() {
        return shape != null;
    }

    /** All of them, the usual one first. */
    List<Format> offered() {
        List<Format> offered = new ArrayList<>(List.of(Format.JSON));
        if (isTable()) {
            offered.addAll(List.of(Format.CSV, Format.NDJSON));
        }
        if (hasShapes()) {
            offered.add(Format.GEOJSON);
        }
        return offered;
    }

    /** Whether it is made here of the service's JSON. */
    boolean isMade(Format format) {
        return offered().contains(format) && format != Format.JSON && !own.contains(format);
    }
}
