package atlas.gateway.webhook.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * An address as a webhook names it, after all that its text alone can tell.
 *
 * @param host a name of several parts, or an IP address, without brackets
 */
public record WebhookUrl(boolean secure, String host, int port, String pathAndQuery) {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_HOST = 253;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final Pattern NAME = Pattern
            .compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern NUMERIC = Pattern.compile("\\d+|0[xX][0-9A-Fa-f]*");

    /**
     * Reads it.
     *
     * @throws UnusableAddressException that says what is wrong with it
     */
    public static WebhookUrl read(String text) {
        require(text.length() <= LONGEST, "must not be longer than " + LONGEST + " characters");
        URI uri = parse(text);
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        require(secure || "http".equalsIgnoreCase(uri.getScheme()), "must begin with https://");
        require(uri.getRawUserInfo() == null, "must not hold a user name or password");
        require(uri.getRawFragment() == null, "must not hold a fragment (#)");
        require(uri.getHost() != null && uri.getHost().length() <= LONGEST_HOST,
                "must name a host, for example https://example.org/hook");
        return new WebhookUrl(secure, host(uri.getHost()), port(uri, secure), pathAndQuery(uri));
    }

    private static URI parse(String text) {
        require(text.chars().allMatch(c -> c > ' ' && c < 0x7f),
                "must be an address in visible ASCII characters: names in punycode, others percent-encoded");
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new UnusableAddressException("is not an address, for example https://example.org/hook");
        }
    }

    /** What some read as a number and others as a name is refused: 2130706433, 0177.0.0.1 and 0x7f.1 all mean this machine. */
    private static String host(String host) {
        if (host.startsWith("[")) {
            require(host.indexOf('%') < 0, "must not name a zone");
            return host.substring(1, host.length() - 1);
        }
        String last = host.substring(host.lastIndexOf('.') + 1);
        if (NUMERIC.matcher(last).matches()) {
            require(IPV4.matcher(host).matches(), "must give an IP address as four decimal numbers, without leading zeros");
        } else {
            require(NAME.matcher(host).matches(), "must name a host by its letters, digits and hyphens");
        }
        return host;
    }

    private static int port(URI uri, boolean secure) {
        require(uri.getPort() != 0 && uri.getPort() <= 0xffff, "must name a port from 1 to 65535");
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return secure ? HTTPS : HTTP;
    }

    private static String pathAndQuery(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** A name that only a machine's own network could know. */
    boolean isOfOnePart() {
        return host.indexOf('.') < 0 && host.indexOf(':') < 0;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new UnusableAddressException(otherwise);
        }
    }
}
