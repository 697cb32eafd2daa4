package atlas.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports that nobody listens on. */
public final class FreePorts {

    // Below the ports that the system hands to outgoing connections, which could take one before we do.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private FreePorts() {
    }

    /** So many different free ports of the loopback address. */
    public static List<Integer> some(int count) {
        List<Integer> found = new ArrayList<>();
        while (found.size() < count) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (!found.contains(port) && isFree(InetAddress.getLoopbackAddress(), port)) {
                found.add(port);
            }
        }
        return found;
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
