package atlas.service.security;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import org.eclipse.microprofile.jwt.JsonWebToken;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets in requests that carry the gateway's token, and no others. The gateway uses one token for many requests of a caller, so
 * that a
 * verified one is remembered until it expires: verifying a signature costs more than most answers.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class InternalTokenAuthentication implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    private final JWTParser parser;
    private final GatewayKeys keys;
    private final Clock clock;
    private final Cache<String, Verified> verified = Caffeine.newBuilder().maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(2))
            .build();

    InternalTokenAuthentication(JWTParser parser, GatewayKeys keys, Clock clock) {
        this.parser = parser;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(BEARER)) {
            return Uni.createFrom().nullItem();
        }
        String token = header.substring(BEARER.length());
        Verified known = verified.getIfPresent(token);
        if (known == null) {
            try {
                known = verify(token);
            } catch (ParseException e) {
                return Uni.createFrom().failure(new AuthenticationFailedException(e));
            }
            verified.put(token, known);
        }
        return known.expiresAt() > clock.instant().getEpochSecond() ? Uni.createFrom().item(known.identity())
                : Uni.createFrom().failure(new AuthenticationFailedException("the token has expired"));
    }

    private Verified verify(String token) throws ParseException {
        JsonWebToken jwt = keys.areInAFile() ? verifiedByOneOf(keys.candidates(token), token) : parser.parse(token);
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder().setPrincipal(jwt).setAnonymous(false);
        jwt.getGroups().forEach(identity::addRole);
        return new Verified(identity.build(), jwt.getExpirationTime());
    }

    private JsonWebToken verifiedByOneOf(Collection<PublicKey> candidates, String token) throws ParseException {
        ParseException refusal = new ParseException("the token was signed by none of the gateway's keys");
        for (PublicKey key : candidates) {
            try {
                return parser.verify(token, key);
            } catch (ParseException e) {
                refusal = e;
            }
        }
        throw refusal;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }

    private record Verified(SecurityIdentity identity, long expiresAt) {
    }
}
