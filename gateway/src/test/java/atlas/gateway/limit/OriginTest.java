package atlas.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

import org.junit.jupiter.api.Test;

import io.vertx.core.net.SocketAddress;

class OriginTest {

    @Test
    void tellsAddressesApart() throws UnknownHostException {
        assertEquals(origin("192.0.2.1"), origin("192.0.2.1"));
        assertNotEquals(origin("192.0.2.1"), origin("192.0.2.2"));
        assertFalse(origin("192.0.2.1").loopback());
    }

    @Test
    void takesALineOfTheNewInternetForOne() throws UnknownHostException {
        assertEquals(origin("2001:db8:0:1::1"), origin("2001:db8:0:1:ffff::2"));
        assertNotEquals(origin("2001:db8:0:1::1"), origin("2001:db8:0:2::1"));
    }

    @Test
    void knowsTheMachineItself() throws UnknownHostException {
        assertTrue(origin("127.0.0.1").loopback());
        assertTrue(origin("127.3.2.1").loopback());
        assertTrue(origin("::1").loopback());
    }

    private static Origin origin(String address) throws UnknownHostException {
        return Origin.of(SocketAddress.inetSocketAddress(new InetSocketAddress(InetAddress.getByName(address), 1)));
    }
}
