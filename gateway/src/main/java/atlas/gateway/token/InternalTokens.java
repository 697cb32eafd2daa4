package atlas.gateway.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import atlas.gateway.key.Caller;
import atlas.gateway.key.Caller.Holder;
import atlas.service.security.InternalToken;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

/**
 * Mints the tokens that the services take. One serves many requests of a caller, because a signature costs more than forwarding
 * does;
 * it lives twice as long as it is used.
 */
@Singleton
public class InternalTokens {

    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final Duration USE = Duration.ofSeconds(30);

    private final SigningKey signingKey;
    private final Clock clock;
    private final Cache<Bearer, String> minted = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(USE).build();

    InternalTokens(SigningKey signingKey, Clock clock) {
        this.signingKey = signingKey;
        this.clock = clock;
    }

    /** A token that shows the caller to one service, and to no other. */
    public String token(Caller caller, String audience) {
        return minted.get(new Bearer(caller, audience), this::mint);
    }

    private String mint(Bearer bearer) {
        Caller caller = bearer.caller();
        Instant now = clock.instant();
        JwtClaimsBuilder claims = Jwt.claims().issuer(InternalToken.ISSUER).audience(bearer.audience()).subject(caller.keyId())
                .groups(caller.grant().scopes()).claim(InternalToken.STATES, caller.grant().places().states())
                .claim(InternalToken.COUNTIES, caller.grant().places().counties()).issuedAt(now).expiresAt(now.plus(LIFE));
        Holder holder = caller.holder();
        if (holder != null) {
            claims.claim(InternalToken.ORGANISATION, holder.name()).claim(InternalToken.PARTNER, holder.partner().toString())
                    .claim(InternalToken.REVIEWED, holder.reviewed());
        }
        return claims.jws().algorithm(SignatureAlgorithm.ES256).keyId(signingKey.id()).sign(signingKey.key());
    }

    private record Bearer(Caller caller, String audience) {
    }
}
