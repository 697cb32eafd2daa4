package atlas.local;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import atlas.embedded.Databases;
import atlas.embedded.PostgresAddress;

/** The PostgreSQL server that {@code DATABASE_URL} names, to use instead of one of our own. */
final class DatabaseUrl {

    private static final String EXPECTED = "DATABASE_URL is not a PostgreSQL address: postgres://user:password@host:5432/database"
            + " or jdbc:postgresql://host:5432/database with DATABASE_USER and DATABASE_PASSWORD";

    private DatabaseUrl() {
    }

    /** What the environment says, or nothing. */
    static Optional<Databases> from(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("DATABASE_URL")).filter(url -> !url.isBlank())
                .map(url -> parse(url.strip(), environment));
    }

    private static Databases parse(String url, Map<String, String> environment) {
        URI address = uri(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        boolean known = "postgres".equals(address.getScheme()) || "postgresql".equals(address.getScheme());
        if (!known || address.getHost() == null) {
            throw new CannotStartException(EXPECTED);
        }
        String[] login = address.getRawUserInfo() == null ? new String[0] : address.getRawUserInfo().split(":", 2);
        String user = environment.getOrDefault("DATABASE_USER", part(login, 0));
        String password = environment.getOrDefault("DATABASE_PASSWORD", part(login, 1));
        if (user.isEmpty()) {
            throw new CannotStartException("DATABASE_URL names no user: put one there, or set DATABASE_USER");
        }
        String authority = address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
        String parameters = Optional.ofNullable(address.getRawQuery()).orElse("");
        String maintenance = Optional.ofNullable(address.getPath()).map(path -> path.replaceFirst("^/", ""))
                .filter(path -> !path.isEmpty())
                .orElse("postgres");
        return new Databases(new PostgresAddress(authority, parameters), maintenance, user, password);
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new CannotStartException(EXPECTED); // not its message: it repeats the password
        }
    }

    private static String part(String[] login, int index) {
        return index < login.length ? URLDecoder.decode(login[index].replace("+", "%2B"), StandardCharsets.UTF_8) : "";
    }
}
