package atlas.gateway.route;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready is who has routes. The services behind are not asked: while one is away, its addresses say so, and the others work. */
@Readiness
@ApplicationScoped
public class DocumentsCheck implements HealthCheck {

    private final PublishedApi published;

    DocumentsCheck(PublishedApi published) {
        this.published = published;
    }

    @Override
    public HealthCheckResponse call() {
        int operations = published.routes().operations().size();
        return HealthCheckResponse.named("published operations").status(operations > 0).withData("operations", operations)
                .build();
    }
}
