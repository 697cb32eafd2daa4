package atlas.gateway.key;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;

import atlas.service.page.Cursors;
import atlas.service.page.Page;
import atlas.service.page.PageLimit;
import atlas.service.time.Today;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Parameters;

/** Shows keys, in the order in which they were given. */
@ApplicationScoped
@Transactional
public class KeyLists {

    private static final String ORDER = " order by created, id";

    private final ApiKeyRepository keys;
    private final Cursors cursors;
    private final Today today;

    KeyLists(ApiKeyRepository keys, Cursors cursors, Today today) {
        this.keys = keys;
        this.cursors = cursors;
        this.today = today;
    }

    /** Which keys are wanted; null is any. */
    record Filter(UUID partner, KeyStatus status) {

        String text() {
            String ofPartner = partner == null ? "1 = 1" : "partner = :partner";
            return status == null ? ofPartner : ofPartner + " and " + switch (status) {
                case ACTIVE -> "revoked is null and (expires is null or expires > :now)";
                case EXPIRED -> "revoked is null and expires <= :now";
                case REVOKED -> "revoked is not null";
            };
        }

        Parameters values(Instant now) {
            Parameters values = new Parameters();
            if (partner != null) {
                values.and("partner", partner);
            }
            if (status == KeyStatus.ACTIVE || status == KeyStatus.EXPIRED) {
                values.and("now", now);
            }
            return values;
        }
    }

    KeyView one(String id) {
        return keys.get(id).view(today.now());
    }

    Page<KeyView> page(Filter filter, PageLimit limit, String cursor, UriInfo uri) {
        Instant now = today.now();
        List<ApiKey> found = behind(filter, cursors.position(uri, cursor), now).range(0, limit.value()).list();
        return cursors.cut(uri, found, limit, KeyLists::position).page(key -> key.view(now),
                keys.count(filter.text(), filter.values(now)));
    }

    private PanacheQuery<ApiKey> behind(Filter filter, List<String> position, Instant now) {
        Parameters values = filter.values(now);
        if (position.isEmpty()) {
            return keys.find(filter.text() + ORDER, values);
        }
        return keys.find(filter.text() + " and (created > :created or created = :created and id > :id)" + ORDER,
                values.and("created", Instant.parse(position.get(0))).and("id", position.get(1)));
    }

    private static List<String> position(ApiKey key) {
        return List.of(key.created().toString(), key.id());
    }
}
