package atlas.gateway.feed.atom;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import atlas.events.Source;

/** Says where something was read. */
final class Sources {

    private static final int MOST = 10;

    private Sources() {
    }

    static String of(List<Source> sources) {
        if (sources.isEmpty()) {
            return null;
        }
        String some = sources.stream().limit(MOST).map(Sources::of).collect(Collectors.joining("; "));
        return sources.size() > MOST ? some + "; and " + (sources.size() - MOST) + " more" : some;
    }

    private static String of(Source source) {
        return Stream.of(source.title(), source.page(), source.url()).map(Plain::value).filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
