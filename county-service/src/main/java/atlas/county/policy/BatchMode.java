package atlas.county.policy;

import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of the good items of a batch when others are bad. */
@Schema(description = "what becomes of the good items of a batch when others are bad: nothing is recorded (atomic), or they are (each)")
public enum BatchMode {
    @JsonProperty("atomic")
    ATOMIC,
    @JsonProperty("each")
    EACH;

    /** As it is written on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
