package atlas.county.imports.ice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import atlas.county.imports.RowDraft;
import atlas.county.policy.Instrument;
import atlas.county.policy.Place;
import atlas.county.policy.RecordPolicy;
import atlas.events.DatePrecision;
import atlas.events.Factor;
import atlas.events.RecordedPolicy;
import atlas.events.Source;
import atlas.events.Stance;
import atlas.service.time.PartialDate;

/** What a row of the list says as a record, given what the record says already. */
record Agreement(ListedAgency row, LocalDate listedOn, String reason) {

    private static final String LIST = "ICE, 287(g) participating agencies";

    RowDraft draft(int number, Place place) {
        return new RowDraft(number, null, row.key(), place, said(null), this::said);
    }

    /**
     * The earliest day of signing stays, because the list overwrites it on renewal; so do sources and words that say the same.
     */
    RecordPolicy said(RecordedPolicy before) {
        boolean earlier = before != null && before.effectiveFrom() != null && (row.signed() == null
                || before.effectiveFromPrecision() != DatePrecision.BY && before.effectiveFrom().isBefore(row.signed()));
        LocalDate from = earlier ? before.effectiveFrom() : row.signed() == null ? listedOn : row.signed();
        DatePrecision precision = earlier ? before.effectiveFromPrecision()
                : row.signed() == null ? DatePrecision.BY : DatePrecision.DAY;
        return new RecordPolicy(Factor.NO_287G, null, Stance.ENTANGLED, row.scope(), row.agency(), null, null,
                Instrument.CONTRACT,
                "287(g) agreement: " + row.agency() + " (" + row.model() + ")",
                before != null && before.summary() != null ? before.summary() : summary(), new PartialDate(from.toString()),
                precision, null, null, sources(before), reason);
    }

    private String summary() {
        return row.signed() != null ? null
                : "The list gives no readable day of signing"
                        + (row.statedSigned() == null ? "." : ": " + cut(row.statedSigned()));
    }

    private List<Source> sources(RecordedPolicy before) {
        Source own = new Source(LIST, row.link(), null, null, listedOn);
        if (before == null) {
            return List.of(own);
        }
        boolean known = row.link() == null || before.sources().stream().anyMatch(source -> row.link().equals(source.url()));
        if (known) {
            return before.sources();
        }
        List<Source> all = new ArrayList<>();
        all.add(own);
        before.sources().stream().filter(source -> !LIST.equals(source.title())).forEach(all::add);
        return all;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), 100));
    }

    /** Rows by their keys: of two rows with one key the first counts here. */
    static LinkedHashMap<String, ListedAgency> byKey(List<ListedAgency> rows) {
        return rows.stream().collect(
                Collectors.toMap(ListedAgency::key, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }
}
