package atlas.service.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

class CallerTest {

    @Test
    void saysWhetherItsWritesWaitForAReviewer() throws Exception {
        assertTrue(caller(claims().claim(InternalToken.REVIEWED, true)).reviewed());
        assertFalse(caller(claims().claim(InternalToken.REVIEWED, false)).reviewed());
    }

    @Test
    void namesItsPartner() throws Exception {
        assertEquals("5f0c2a44-5f3a-4c38-9d19-0d6c6a3a7c11",
                caller(claims().claim(InternalToken.PARTNER, "5f0c2a44-5f3a-4c38-9d19-0d6c6a3a7c11")).partner());
    }

    @Test
    void readsTokensFromBeforeThereWerePartners() throws Exception {
        Caller caller = caller(claims());
        assertFalse(caller.reviewed());
        assertNull(caller.partner());
        assertEquals("Test Organisation", caller.organisation());
        assertTrue(caller.jurisdiction().holds("MD", null));
        assertFalse(caller.jurisdiction().holds("TX", "48201"));
    }

    private static JwtClaimsBuilder claims() {
        return Jwt.claims().issuer(InternalToken.ISSUER).subject("a key").expiresIn(Duration.ofMinutes(1))
                .claim(InternalToken.ORGANISATION, "Test Organisation").claim(InternalToken.STATES, Set.of("MD"));
    }

    private static Caller caller(JwtClaimsBuilder claims) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        JWTAuthContextInfo taken = new JWTAuthContextInfo(pair.getPublic(), InternalToken.ISSUER);
        taken.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        String token = claims.jws().algorithm(SignatureAlgorithm.ES256).sign(pair.getPrivate());
        return new Caller(QuarkusSecurityIdentity.builder().setPrincipal(new DefaultJWTParser(taken).parse(token)).build());
    }
}
