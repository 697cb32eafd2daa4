package atlas.scoring.rubric;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a factor's result rests on. {@link #ASSUMED}: nothing is on record, and the rubric's default stands. */
@Schema(description = "what a factor's result rests on; ASSUMED: nothing is on record, and the rubric's default stands")
public enum Basis {
    STATE_LAW,
    COUNTY_POLICY,
    CONTRACT,
    ASSUMED
}
