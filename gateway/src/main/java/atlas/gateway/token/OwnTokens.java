package atlas.gateway.token;

import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import atlas.service.security.InternalToken;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;

/** Reads tokens for the gateway's own operations as the services read theirs: of our key, for this audience. */
class OwnTokens {

    static final String AUDIENCE = "gateway";

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    JWTParser parser(SigningKey signingKey) {
        JWTAuthContextInfo taken = new JWTAuthContextInfo(signingKey.publicHalf(), InternalToken.ISSUER);
        taken.setExpectedAudience(Set.of(AUDIENCE));
        taken.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        return new DefaultJWTParser(taken);
    }
}
