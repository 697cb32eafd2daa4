package atlas.gateway.webhook.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Tells which addresses a name stands for now. It may take its time: never to be asked on an event loop. */
public interface AddressResolver {

    List<InetAddress> resolve(String host) throws UnknownHostException;
}
