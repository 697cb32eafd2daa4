package atlas.gateway.feed.atom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.gateway.feed.FeedFilter;

class AddressesTest {

    @ParameterizedTest
    @ValueSource(strings = { "https://atlas.example/data", "https://atlas.example/data/" })
    void areBelowThePublicAddress(String configured) {
        Addresses addresses = new Addresses(Optional.of(URI.create(configured)));
        assertEquals("https://atlas.example/data/v1/events.atom?archive=1767225600000049",
                addresses.of(FeedFilter.ALL, OptionalLong.of(1767225600000049L)));
        assertEquals("https://atlas.example/data/v1/events", addresses.list(FeedFilter.ALL));
    }

    @Test
    void areRelativeToTheAddressAskedForWhenNoneIsKnown() {
        assertEquals("/v1/events?after=1767225600000041&limit=1", new Addresses(Optional.empty()).event(1767225600000042L));
    }

    @ParameterizedTest
    @ValueSource(strings = { "atlas.example", "ftp://atlas.example", "https:///v1", "https://atlas.example/?a=b",
            "https://atlas.example/#a", "https://me@atlas.example" })
    void areNotMadeOfWhatIsNoAddress(String configured) {
        Optional<URI> address = Optional.of(URI.create(configured));
        assertThrows(IllegalArgumentException.class, () -> new Addresses(address));
    }
}
