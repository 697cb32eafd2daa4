package atlas.gateway.partner;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import atlas.service.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The partners in the database. */
@ApplicationScoped
public class PartnerRepository implements PanacheRepositoryBase<Partner, UUID> {

    public Partner get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> missing(id));
    }

    /** As it is now, and stays until the transaction ends: changes of a partner and of its keys come one after the other. */
    public Partner locked(UUID id) {
        Partner partner = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (partner == null) {
            throw missing(id);
        }
        getEntityManager().refresh(partner);
        return partner;
    }

    /** Names are compared without regard to case. */
    public Optional<Partner> named(String name) {
        return find("lower(name) = lower(?1)", name).firstResultOptional();
    }

    /** In the order of the names, behind one of them (null: from the start). */
    List<Partner> behind(String name, int limit) {
        return (name == null ? find("order by name") : find("name > ?1 order by name", name)).range(0, limit - 1).list();
    }

    private static ProblemException missing(UUID id) {
        return ProblemException.notFound("No partner has the id " + id + ".");
    }
}
