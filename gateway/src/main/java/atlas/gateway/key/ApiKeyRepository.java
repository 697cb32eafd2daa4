package atlas.gateway.key;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The keys in the database. */
@ApplicationScoped
public class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, String> {

    @Transactional
    Optional<KnownKey> known(String id) {
        return findByIdOptional(id).map(ApiKey::known);
    }

    /** Adds the key unless there is one of that id. */
    @Transactional
    boolean addIfMissing(ApiKey key, String id) {
        if (findByIdOptional(id).isPresent()) {
            return false;
        }
        persist(key);
        return true;
    }
}
