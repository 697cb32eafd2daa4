package atlas.service.submission;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.service.problem.Violations;

/** What a reviewer says with a decision. */
@Schema(description = "What a reviewer says with a decision.")
public record ReviewNote(
        @Schema(description = "for the submitter; required unless the submission is approved", maxLength = 1000, nullable = true) String note,
        @Schema(description = "the revision that was read: when the submission has another by now, nothing is decided (409)", minimum = "1", maximum = "2147483647", nullable = true) Integer revision) {

    private static final int LONGEST = 1_000;

    /** A decision without words. */
    static ReviewNote orNone(ReviewNote note) {
        return note == null ? new ReviewNote(null, null) : note;
    }

    void check(boolean required) {
        new Violations().require(!required || note != null, "/note", "is required: tell the submitter why")
                .text(note, LONGEST, "/note").check();
    }
}
