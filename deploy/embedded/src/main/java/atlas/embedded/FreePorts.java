package atlas.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports that nobody listens on. Those who look at the same time and listen later could find the same ones: what one has
 * found no other program of the same user finds, as long as it runs. To those who cannot see each other's marks each is given a
 * share of its own, with the environment variable {@value #SHARE} or the system property {@value #SHARE_PROPERTY}: 1, 2 or 3.
 */
public final class FreePorts {

    public static final String SHARE = "ATLAS_PORTS_SHARE";
    public static final String SHARE_PROPERTY = "atlas.ports.share";

    // Below the ports that the system hands to outgoing connections, which could take one before we do.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int SHARES = 3;
    /** Of the ports that were found here, to the end of this program. */
    private static final Map<Integer, FileLock> MARKS = new HashMap<>();

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
            if (isFree(InetAddress.getLoopbackAddress(), port) && isOurs(port)) {
                found.add(port);
            }
        }
        return found;
    }

    /** Marks the port; false when it is marked already, here or by another program. */
    static synchronized boolean isOurs(int port) {
        if (MARKS.containsKey(port)) {
            return false; // to open the mark again and close it would take it away
        }
        Path marks = Path.of(System.getProperty("java.io.tmpdir"), "atlas-ports-" + System.getProperty("user.name"));
        try {
            Files.createDirectories(marks);
            FileChannel mark = FileChannel.open(marks.resolve(Integer.toString(port)), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = lock(mark);
            if (lock == null) {
                mark.close();
                return false;
            }
            MARKS.put(port, lock);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot mark a port in " + marks, e);
        }
    }

    private static FileLock lock(FileChannel mark) throws IOException {
        try {
            return mark.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
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
