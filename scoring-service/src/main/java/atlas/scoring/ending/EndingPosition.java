package atlas.scoring.ending;

import java.util.Comparator;
import java.util.List;

import atlas.scoring.ending.Ending.Occasion;

/**
 * Where an ending stands in the list: the newest first, then by state, county and id; a state alone comes before its counties.
 */
record EndingPosition(String date, String state, String county, String id) implements Comparable<EndingPosition> {

    private static final Comparator<EndingPosition> ORDER = Comparator.comparing(EndingPosition::date).reversed()
            .thenComparing(EndingPosition::state).thenComparing(EndingPosition::county).thenComparing(EndingPosition::id);

    static EndingPosition of(Ending ending) {
        Occasion occasion = ending.occasion();
        return new EndingPosition(occasion.date().toString(), occasion.state(),
                occasion.county() == null ? "" : occasion.county(), ending.id().toString());
    }

    static EndingPosition of(List<String> cursor) {
        return new EndingPosition(cursor.get(0), cursor.get(1), cursor.get(2), cursor.get(3));
    }

    List<String> asCursor() {
        return List.of(date, state, county, id);
    }

    @Override
    public int compareTo(EndingPosition other) {
        return ORDER.compare(this, other);
    }
}
