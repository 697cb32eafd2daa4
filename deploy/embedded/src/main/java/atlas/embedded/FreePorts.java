package atlas.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports that nobody listens on. Those who look at the same time and listen later could find the same ones: each such
 * program is given a share of its own, with the environment variable {@value #SHARE} or the system property
 * {@value #SHARE_PROPERTY}: 1, 2 or 3.
 */
public final class FreePorts {

    public static final String SHARE = "ATLAS_PORTS_SHARE";
    public static final String SHARE_PROPERTY = "atlas.ports.share";

    // Below the ports that the system hands to outgoing connections, which could take one before we do.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int SHARES = 3;

    private FreePorts() {
    }

    /** So many different free ports of the loopback address. */
    public static List<Integer> some(int count) {
        int share = share();
        int width = share == 0 ? HIGHEST - LOWEST : (HIGHEST - LOWEST) / SHARES;
        int lowest = LOWEST + Math.max(0, share - 1) * width;
        List<Integer> found = new ArrayList<>();
        while (found.size() < count) {
            int port = ThreadLocalRandom.current().nextInt(lowest, lowest + width);
            if (!found.contains(port) && isFree(InetAddress.getLoopbackAddress(), port)) {
                found.add(port);
            }
        }
        return found;
    }

    /** Which share is ours; 0 for all of them. */
    private static int share() {
        String given = System.getProperty(SHARE_PROPERTY, System.getenv().getOrDefault(SHARE, "0"));
        return given.matches("[0-" + SHARES + "]") ? Integer.parseInt(given) : 0;
    }

    /** Whether a server could listen there now. */
    public static boolean isFree(InetAddress address, int port) {
        return hindrance(address, port).isEmpty();
    }

    /** What keeps a server from listening there, in the system's words. */
    public static Optional<String> hindrance(InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
