package atlas.service.health;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

import io.smallrye.health.api.Wellness;

/**
 * Well while the service's own database answers. Whether a service that lost it can still serve is another question, which its
 * readiness
 * answers.
 */
@Wellness
@ApplicationScoped
class DatabaseAnswers implements HealthCheck {

    private static final int PATIENCE_SECONDS = 3;

    private final DataSource database;

    DatabaseAnswers(DataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = database.getConnection()) {
            return HealthCheckResponse.named("database").status(connection.isValid(PATIENCE_SECONDS)).build();
        } catch (SQLException e) {
            return HealthCheckResponse.named("database").down().build();
        }
    }
}
