package atlas.scoring.ending;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import atlas.events.Factor;
import atlas.events.RecordedPolicy;
import atlas.scoring.ending.Ending.Occasion;

/** Finds the endings of contracts that records tell of. */
public final class Endings {

    private Endings() {
    }

    /**
     * The endings of a span of days, in no order. A record of a place without a contract counts from the day it takes
     * effect, so that one without a beginning counts on no day; a contract counts on the day it ends.
     *
     * @param records none of them taken back
     */
    public static List<Ending> between(LocalDate first, LocalDate last, Stream<RecordedPolicy> records) {
        return records
                .filter(record -> record.factor() != null && record.factor().kind() == Factor.Kind.CONTRACT)
                .filter(record -> Occasion.of(record).isBetween(first, last))
                .collect(groupingBy(Occasion::of, toList())).entrySet().stream()
                .map(entry -> new Ending(entry.getKey(), entry.getValue()))
                .toList();
    }
}
