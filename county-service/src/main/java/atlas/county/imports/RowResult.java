package atlas.county.imports;

import java.util.UUID;

/**
 * What became of a row, as it is kept.
 *
 * @param record the record that it made, changed or found; null where there is none
 * @param submission the submission that it became, or that says the same already; null where there is none
 * @param errors JSON; null where there are none
 * @param candidates JSON; null where there are none
 * @param identity the record that it is the first row of the file to speak of; null where an earlier row did, or none is known
 */
record RowResult(int number, RowOutcome.Kind outcome, UUID record, UUID submission, String reason, String errors,
        String candidates, String identity) {
}
