package atlas.county.registry;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A county of the registry. Its row is what writers of the county's records lock. */
@Entity
public class County {

    @Id
    String fips;
    String state;
    String name;
    @Column(name = "short_name")
    String shortName;
    BigDecimal latitude;
    BigDecimal longitude;
    @Column(name = "has_jail")
    Boolean hasJail;
    @Column(name = "recorded_at")
    Instant recordedAt;

    protected County() {
        // for Hibernate
    }

    public String fips() {
        return fips;
    }

    public String state() {
        return state;
    }

    public String name() {
        return name;
    }
}
