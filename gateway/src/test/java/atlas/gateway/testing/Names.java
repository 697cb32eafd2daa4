package atlas.gateway.testing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import atlas.gateway.webhook.address.AddressResolver;

/** A name server that says of some names what a test told it to, and of others what the machine says. */
@Alternative
@Priority(1)
@ApplicationScoped
public class Names implements AddressResolver {

    private static final Map<String, List<InetAddress>> TOLD = new ConcurrentHashMap<>();

    /** From now on the name stands for these addresses. */
    public static void stand(String name, String... addresses) {
        List<InetAddress> read = new ArrayList<>();
        for (String address : addresses) {
            read.add(read(address));
        }
        TOLD.put(name, read);
    }

    public static InetAddress read(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        List<InetAddress> told = TOLD.get(host);
        return told == null ? List.of(InetAddress.getAllByName(host)) : told;
    }
}
