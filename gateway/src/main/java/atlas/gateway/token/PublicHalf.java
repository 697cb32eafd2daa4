package atlas.gateway.token;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;

import javax.crypto.KeyAgreement;

/**
 * Finds the public key of a private one, so that the gateway needs no second file. An agreement with the curve's base point
 * gives its first coordinate; the curve leaves two values for the second, and a signature tells which it is.
 */
final class PublicHalf {

    private static final String ELLIPTIC = "EC";
    private static final byte[] SAMPLE = { 1 };

    private PublicHalf() {
    }

    static PublicKey of(ECPrivateKey key) {
        try {
            ECParameterSpec curve = key.getParams();
            BigInteger prime = ((ECFieldFp) curve.getCurve().getField()).getP();
            BigInteger x = multiplied(key, curve);
            BigInteger square = x.pow(3).add(curve.getCurve().getA().multiply(x)).add(curve.getCurve().getB()).mod(prime);
            // a root, because the primes of these curves leave 3 when divided by 4
            BigInteger y = square.modPow(prime.add(BigInteger.ONE).shiftRight(2), prime);
            PublicKey one = point(x, y, curve);
            return verifies(one, key) ? one : point(x, prime.subtract(y), curve);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has elliptic curves", e);
        }
    }

    private static BigInteger multiplied(ECPrivateKey key, ECParameterSpec curve) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(key);
        agreement.doPhase(point(curve.getGenerator().getAffineX(), curve.getGenerator().getAffineY(), curve), true);
        return new BigInteger(1, agreement.generateSecret());
    }

    private static PublicKey point(BigInteger x, BigInteger y, ECParameterSpec curve) throws GeneralSecurityException {
        return KeyFactory.getInstance(ELLIPTIC).generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
    }

    private static boolean verifies(PublicKey candidate, ECPrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(SAMPLE);
        byte[] signed = signature.sign();
        signature.initVerify(candidate);
        signature.update(SAMPLE);
        return signature.verify(signed);
    }
}
