package atlas.statelaw.law;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** Finds states, and locks them for those who write their laws. */
@ApplicationScoped
class States {

    private final EntityManager database;

    States(EntityManager database) {
        this.database = database;
    }

    State get(String code) {
        return database.find(State.class, code);
    }

    /** Locks the state until the transaction ends: per state, the order of writes is the order of commits. */
    void lock(State state) {
        database.lock(state, LockModeType.PESSIMISTIC_WRITE);
    }
}
