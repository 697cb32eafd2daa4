package atlas.county.registry;

import java.io.Serializable;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** An older or newer code, and one of the counties that it stands for. */
@Entity
@Table(name = "county_alias")
@IdClass(CountyAlias.Key.class)
class CountyAlias {

    @Id
    String code;
    @Id
    String fips;
    String kind;
    LocalDate effective;
    String note;

    protected CountyAlias() {
        // for Hibernate
    }

    /** A code and a county. */
    record Key(String code, String fips) implements Serializable {
    }
}
