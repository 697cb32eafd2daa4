package atlas.county.imports.read;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The fields of a row: those of a record, where it belongs, which one it is, and one source as columns of its own. */
public final class RowFields {

    /** A reader's note on a row that it could only read in part. */
    public static final String PROBLEM = "_problem";

    /** Written by us beside rows, for people: where one of them stands, text was escaped by us, too. */
    public static final Set<String> NOTES = set("_number", "_outcome", "_reason", "_candidates", "_record", "_submission");

    /** Fields of a row beside those of a record. */
    public static final Set<String> OWN = set("id", "externalId", "county", "countyName", "state");

    /** One source, where the file has no column for a list of them. */
    public static final Set<String> SOURCE = set("sourceTitle", "sourceUrl", "sourceArchivedUrl", "sourcePage",
            "sourceRetrievedOn");

    /** Every field, in the order in which we write them. */
    public static final Set<String> ALL = set("id", "externalId", "county", "countyName", "state", "scope", "agency", "factor",
            "topic", "stance", "strength", "exceptions", "instrument", "title", "summary", "effectiveFrom",
            "effectiveFromPrecision", "effectiveTo", "effectiveToPrecision", "sourceTitle", "sourceUrl", "sourceArchivedUrl",
            "sourcePage", "sourceRetrievedOn", "sources", "reason");

    private RowFields() {
    }

    private static Set<String> set(String... names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(names)));
    }
}
