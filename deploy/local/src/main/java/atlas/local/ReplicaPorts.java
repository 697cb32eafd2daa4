package atlas.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where one process of each service listens. They are one another's neighbours.
 *
 * @param http the services' own ports
 * @param management where they tell their health
 */
record ReplicaPorts(Map<Service, Integer> http, Map<Service, Integer> management) {

    ReplicaPorts {
        http = Map.copyOf(http);
        management = Map.copyOf(management);
    }

    int of(Service service) {
        return http.get(service);
    }

    int managementOf(Service service) {
        return management.get(service);
    }

    /** The address of a service, for its neighbours on this machine. */
    String url(Service service) {
        return "http://127.0.0.1:" + of(service);
    }

    /** @param publicOption by which the gateway's port is chosen */
    List<Ports.Wanted> wanted(String publicOption) {
        List<Ports.Wanted> wanted = new ArrayList<>();
        for (Service service : Service.values()) {
            String option = service == Service.GATEWAY ? publicOption : Ports.INTERNAL;
            wanted.add(new Ports.Wanted(of(service), service.module(), option));
            wanted.add(new Ports.Wanted(managementOf(service), service.module() + " (management)", Ports.INTERNAL));
        }
        return wanted;
    }
}
