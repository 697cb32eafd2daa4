package atlas.statelaw.law;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A state or the District of Columbia. Its row is what writers of its laws lock. */
@Entity
class State {

    @Id
    private String code;
    private String fips;
    private String name;

    protected State() {
        // for Hibernate
    }

    String code() {
        return code;
    }

    /** The two digits that the codes of all its counties begin with. */
    String fips() {
        return fips;
    }

    String name() {
        return name;
    }
}
