package atlas.service.record;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

import atlas.events.Source;
import atlas.service.problem.Violations;
import atlas.service.time.Calendar;

/** What a source must be: at least one for every record, each with a title, addresses that a browser can open. */
public final class SourceRules {

    private static final int MOST = 20;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_PAGE = 200;

    private SourceRules() {
    }

    public static void check(List<Source> sources, Violations violations) {
        boolean some = sources != null && !sources.isEmpty();
        violations.require(some, "/sources", "must name at least one source");
        if (some) {
            violations.require(sources.size() <= MOST, "/sources", "must not be more than " + MOST);
            for (int i = 0; i < Math.min(sources.size(), MOST); i++) {
                check(sources.get(i), "/sources/" + i, violations);
            }
        }
    }

    private static void check(Source source, String at, Violations violations) {
        if (source == null) {
            violations.require(false, at, "must be an object");
            return;
        }
        violations.requiredText(source.title(), LONGEST_TITLE, at + "/title").text(source.page(), LONGEST_PAGE, at + "/page");
        checkAddress(source.url(), at + "/url", violations);
        checkAddress(source.archivedUrl(), at + "/archivedUrl", violations);
        if (source.retrievedOn() != null) {
            violations.require(Calendar.holds(source.retrievedOn()), at + "/retrievedOn",
                    "must be a date between 1900 and 2099");
        }
    }

    private static void checkAddress(String address, String at, Violations violations) {
        if (address != null) {
            violations.require(address.length() <= LONGEST_URL && isWebAddress(address), at,
                    "must be an http or https address of at most " + LONGEST_URL + " characters");
        }
    }

    private static boolean isWebAddress(String address) {
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
