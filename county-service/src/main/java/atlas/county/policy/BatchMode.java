package atlas.county.policy;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of the good items of a batch when others are bad. */
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
