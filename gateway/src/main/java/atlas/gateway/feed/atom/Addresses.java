package atlas.gateway.feed.atom;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import atlas.gateway.feed.FeedFilter;
import io.quarkus.runtime.StartupEvent;

/**
 * Where the feed and what it speaks of are found: at the public address, when we were told it, else relative to the address
 * that
 * was asked for. What a request says of its host is nobody's word.
 */
@Singleton
class Addresses {

    static final String FEED = "/v1/events.atom";
    private static final String LIST = "/v1/events";

    private final String root;

    Addresses(@ConfigProperty(name = "atlas.public-url") Optional<URI> publicUrl) {
        this.root = publicUrl.map(Addresses::checked).orElse("");
    }

    void check(@Observes StartupEvent event) {
        // made now, so that a wrong address keeps the gateway from starting
    }

    String of(String path) {
        return root + path;
    }

    /** A document of the feed; without a number that of the newest entries. */
    String of(FeedFilter filter, OptionalLong archive) {
        List<String> parameters = parameters(filter);
        archive.ifPresent(number -> parameters.add("archive=" + number));
        return of(FEED) + query(parameters);
    }

    /** The same events as JSON. */
    String list(FeedFilter filter) {
        return of(LIST) + query(parameters(filter));
    }

    String event(long sequence) {
        return of(LIST) + "?after=" + (sequence - 1) + "&limit=1";
    }

    /** The filter in one spelling, whatever it was asked for in: the same events have the same address. */
    static String canonical(FeedFilter filter) {
        return String.join("&", parameters(filter));
    }

    private static List<String> parameters(FeedFilter filter) {
        List<String> parameters = new ArrayList<>();
        add(parameters, "state", filter.states());
        add(parameters, "county", filter.counties());
        add(parameters, "factor", filter.factors());
        add(parameters, "type", filter.types());
        if (filter.since() != null) {
            parameters.add("since=" + filter.since());
        }
        return parameters;
    }

    /** Codes and names of constants: none has a character that an address would need escaped. */
    private static void add(List<String> parameters, String name, Set<String> values) {
        if (!values.isEmpty()) {
            parameters.add(name + "=" + String.join(",", values.stream().sorted().toList()));
        }
    }

    private static String query(List<String> parameters) {
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    private static String checked(URI address) {
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || address.getHost() == null || address.getRawUserInfo() != null || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "atlas.public-url must be an address such as https://atlas.example, without query or fragment: " + address);
        }
        return address.toString().replaceAll("/+$", "");
    }
}
