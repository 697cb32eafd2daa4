package atlas.local.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.util.regex.Pattern;

/**
 * The public API that is pushed to, and the key that it is asked with.
 *
 * @param address without a path
 */
record Server(String address, String key) {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

    /** The address alone, of what a person may give for it. */
    static String address(String url) {
        try {
            URI uri = new URI(url.strip());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            if (web && bare && uri.getHost() != null) {
                return uri.toString().replaceFirst("/*(v1/*)?$", "");
            }
        } catch (URISyntaxException e) {
            throw new PushFailedException("not an address: " + url, e);
        }
        throw new PushFailedException("not an address such as http://127.0.0.1:8080: " + url);
    }

    /** Whether the address is on this machine. */
    static boolean isLocal(String address) {
        return LOOPBACK.matcher(URI.create(address).getHost()).matches();
    }

    boolean isLocal() {
        return isLocal(address);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + key);
    }

    @Override
    public String toString() {
        return address; // never the key
    }
}
