package atlas.kubernetes;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** A range of addresses, as policies write it. */
record Range(BigInteger network, int free, int bytes) {

    static Range of(String text) {
        String[] parts = text.split("/");
        byte[] network = address(parts[0]).getAddress();
        return new Range(new BigInteger(1, network), network.length * Byte.SIZE - Integer.parseInt(parts[1]), network.length);
    }

    boolean holds(InetAddress address) {
        byte[] other = address.getAddress();
        return other.length == bytes && new BigInteger(1, other).shiftRight(free).equals(network.shiftRight(free));
    }

    /** Its first and last address, and those on either side. */
    List<InetAddress> edges() {
        BigInteger behind = network.add(BigInteger.ONE.shiftLeft(free));
        return Stream.of(network.subtract(BigInteger.ONE), network, behind.subtract(BigInteger.ONE), behind)
                .filter(edge -> edge.signum() >= 0 && edge.bitLength() <= bytes * Byte.SIZE).map(this::address).toList();
    }

    private InetAddress address(BigInteger value) {
        byte[] written = new byte[bytes];
        for (int at = 0; at < bytes; at++) {
            written[bytes - 1 - at] = value.shiftRight(Byte.SIZE * at).byteValue();
        }
        try {
            return InetAddress.getByAddress(written);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(text, e);
        }
    }
}
