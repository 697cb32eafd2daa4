package atlas.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import io.vertx.core.net.SocketAddress;

/**
 * Where a request came from.
 *
 * @param network the address; of an IPv6 one the first 64 bits, since one line has all that lie behind them
 */
public record Origin(String network, boolean loopback) {

    private static final int NETWORK_BYTES = 8;

    public static Origin of(SocketAddress address) {
        String text = address == null ? null : address.hostAddress();
        if (text == null) {
            return new Origin("unknown", false);
        }
        if (text.indexOf(':') < 0) {
            return new Origin(text, text.startsWith("127."));
        }
        try {
            InetAddress parsed = InetAddress.getByName(text); // a literal: nothing is looked up
            byte[] bytes = parsed.getAddress();
            String network = Arrays.toString(parsed instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
            return new Origin(network, parsed.isLoopbackAddress());
        } catch (UnknownHostException e) {
            return new Origin(text, false);
        }
    }
}
