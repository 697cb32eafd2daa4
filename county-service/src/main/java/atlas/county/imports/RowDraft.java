package atlas.county.imports;

import java.util.UUID;
import java.util.function.Function;

import atlas.county.policy.Place;
import atlas.county.policy.RecordPolicy;
import atlas.events.RecordedPolicy;

/**
 * A row that has the right form.
 *
 * @param id the record that the row names; null when it names none
 * @param externalId the sender's own key of the record; null when there is none
 * @param place where the record belongs; null only when the row names the record by its id
 * @param said what the record shall say, with the reason of a correction
 * @param given what it shall say where that depends on what it says now (null: nothing yet)
 */
public record RowDraft(int number, UUID id, String externalId, Place place, RecordPolicy said,
        Function<RecordedPolicy, RecordPolicy> given) {

    private static final String SEPARATOR = "\u001f";

    /** What the row is known by where it names no record: the same place, words, first day, subject, scope and agency. */
    String likeness() {
        return place == null ? null
                : String.join(SEPARATOR, place.code(), said.title(), String.valueOf(said.period().from()), subject(),
                        said.scope().name(), agency());
    }

    String subject() {
        return said.factor() == null ? said.topic().name() : said.factor().name();
    }

    String agency() {
        return said.agency() == null ? "" : said.agency();
    }
}
