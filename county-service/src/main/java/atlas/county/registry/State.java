package atlas.county.registry;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A state or the District of Columbia. Its row is what writers of records without a county lock. */
@Entity
public class State {

    @Id
    String code;
    String fips;
    String name;

    protected State() {
        // for Hibernate
    }
}
