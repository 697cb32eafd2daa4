package atlas.gateway.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;

import org.junit.jupiter.api.RepeatedTest;

class PublicHalfTest {

    @RepeatedTest(20)
    void isTheOneThatTheKeyWasMadeWith() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        assertEquals(pair.getPublic(), PublicHalf.of((ECPrivateKey) pair.getPrivate()));
    }
}
