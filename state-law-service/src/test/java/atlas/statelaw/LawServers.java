package atlas.statelaw;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import atlas.embedded.EmbeddedServers;
import atlas.service.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** The servers that every test of this module shares: PostgreSQL, Kafka, and the gateway's key. */
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "database", value = "state_law"))
@QuarkusTestResource(value = TestTokens.class, initArgs = @ResourceArg(name = "audience", value = "state-law-service"))
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface LawServers {
}
