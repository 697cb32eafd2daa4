package atlas.scoring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import atlas.embedded.EmbeddedServers;
import atlas.service.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/**
 * What every test of this module that starts the service shares: PostgreSQL, Kafka, the gateway's key, and a small
 * registry.
 */
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "scoring"))
@QuarkusTestResource(value = TestTokens.class, initArgs = @ResourceArg(name = "audience", value = "scoring-service"))
@QuarkusTestResource(SmallRegistry.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ScoringServers {
}
