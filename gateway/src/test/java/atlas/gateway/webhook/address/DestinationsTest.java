package atlas.gateway.webhook.address;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.gateway.testing.Names;

class DestinationsTest {

    private static final String PUBLIC = "93.184.216.34";

    private static Destinations strict(String... addresses) {
        List<InetAddress> all = Stream.of(addresses).map(Names::read).toList();
        return new Destinations(host -> all, false);
    }

    /** Asks as the machine does: for literals that needs no name server. */
    private static Destinations literal() {
        return new Destinations(new SystemResolver(), false);
    }

    @ParameterizedTest
    @ValueSource(strings = { "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1",
            "127.8.8.8", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1",
            "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.7", "224.0.0.1", "239.255.255.255",
            "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::808:808", "::7f00:1",
            "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1", "100::1", "2001::1", "2001:0:4136:e378::1", "2001:db8::1",
            "2002:7f00:1::1", "2002:808:808::1", "3fff::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1",
            "4000::1" })
    void refusesAddressesThatAreNotPublic(String address) {
        assertThrows(UnusableAddressException.class, () -> strict(address)
                .of("https://hooks.example.org/", 1), address);
    }

    @ParameterizedTest
    @ValueSource(strings = { "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "128.0.0.1",
            "172.15.255.255", "172.32.0.1", "192.0.1.1", "192.167.255.255", "198.17.255.255", "198.20.0.1", "223.255.255.255",
            "2606:2800:220:1:248:1893:25c8:1946", "2a00:1450:4001::1", "2001:4860:4860::8888", "2003::1" })
    void takesAddressesThatArePublic(String address) throws UnknownHostException {
        assertEquals(Names.read(address), strict(address).of("https://hooks.example.org/", 1).address());
    }

    @Test
    void refusesANameWhenOneOfItsAddressesIsNotPublic() {
        assertThrows(UnusableAddressException.class,
                () -> strict(PUBLIC, "10.0.0.1").of("https://hooks.example.org/", 1));
        assertThrows(UnusableAddressException.class,
                () -> new Destinations(host -> List.of(Names.read(PUBLIC), Names.read("127.0.0.1")), true)
                        .of("https://hooks.example.org/", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://2130706433/", "https://0177.0.0.1/", "https://0x7f.0.0.1/", "https://0x7f000001/",
            "https://127.1/", "https://127.0.0.1./", "https://010.8.8.8/", "https://[::1]/", "https://[::]/",
            "https://[::ffff:7f00:1]/", "https://[0:0:0:0:0:ffff:127.0.0.1]/", "https://[64:ff9b::7f00:1]/",
            "https://[fe80::1%25eth0]/", "https://127.0.0.1/", "https://1.1.1.256/", "https://1.1.1.1.1/",
            "https://localhost/", "https://metadata/", "https://1.1.1.1:22/", "https://1.1.1.1:80/", "https://1.1.1.1:0/",
            "https://1.1.1.1:99999/", "http://1.1.1.1/", "ftp://1.1.1.1/", "file:///etc/passwd", "gopher://1.1.1.1/",
            "https://user@1.1.1.1/", "https://u:p@1.1.1.1/", "https://1.1.1.1/#x", "https://1.1.1.1\\@10.0.0.1/",
            "https:1.1.1.1", "https:///hook", "https://", "//1.1.1.1/", "/hook", "https://exa_mple.org/",
            "https://-a.example.org/", "https://exämple.org/", "https://example.org/a b", "https://example.org/\n",
            "https://example.org/ä" })
    void refusesWhatIsNoPublicAddress(String url) {
        assertThrows(UnusableAddressException.class, () -> literal().of(url, 1), url);
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        assertThrows(UnusableAddressException.class, () -> literal().of("https://1.1.1.1/" + "a".repeat(2_000), 1));
    }

    @ParameterizedTest
    @CsvSource({ "https://hooks.example.org,hooks.example.org,443,/",
            "https://hooks.example.org:8443/a?b=c,hooks.example.org,8443,/a?b=c",
            "HTTPS://Hooks.Example.org/%C3%A4,Hooks.Example.org,443,/%C3%A4",
            "https://xn--exmple-cua.org/?q,xn--exmple-cua.org,443,/?q",
            "https://1.1.1.1/,1.1.1.1,443,/", "https://[2606:4700:4700::1111]:8443/x,2606:4700:4700::1111,8443,/x" })
    void readsTheRest(String url, String host, int port, String path) throws UnknownHostException {
        assertEquals(new WebhookUrl(true, host, port, path), strict(PUBLIC).of(url, 1).url());
    }

    @Test
    void triesTheAddressesOfANameInTurn() throws UnknownHostException {
        Destinations two = strict(PUBLIC, "1.1.1.1");
        assertEquals(Names.read(PUBLIC), two.of("https://hooks.example.org/", 1).address());
        assertEquals(Names.read("1.1.1.1"), two.of("https://hooks.example.org/", 2).address());
        assertEquals(Names.read(PUBLIC), two.of("https://hooks.example.org/", 3).address());
        assertThrows(UnknownHostException.class, () -> strict().of("https://hooks.example.org/", 1));
    }

    @Test
    void letsTriersReachTheirOwnMachineAndNoOther() throws UnknownHostException {
        Destinations trying = new Destinations(new SystemResolver(), true);
        assertEquals(8099, trying.of("http://127.0.0.1:8099/hook", 1).url().port());
        assertTrue(trying.of("http://localhost:8099/", 1).address().isLoopbackAddress());
        for (String url : List.of("http://1.1.1.1/", "http://10.0.0.1/", "https://10.0.0.1/", "https://1.1.1.1:80/")) {
            assertThrows(UnusableAddressException.class, () -> trying.of(url, 1), url);
        }
    }

    @Test
    void doesNotStartInProductionWithLoopbackAllowed() {
        assertTrue(assertThrows(IllegalStateException.class, () -> Destinations.checkLoopback(true, false)).getMessage()
                .startsWith("ATLAS_WEBHOOK_ALLOW_LOOPBACK"));
        assertDoesNotThrow(() -> Destinations.checkLoopback(true, true));
        assertDoesNotThrow(() -> Destinations.checkLoopback(false, false));
        assertFalse(PublicAddresses.isPublic(InetAddress.getLoopbackAddress()));
    }
}
