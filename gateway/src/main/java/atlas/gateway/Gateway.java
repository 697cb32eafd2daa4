package atlas.gateway;

import atlas.service.configuration.StartCheck;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway. */
@QuarkusMain
public class Gateway {

    public static void main(String... arguments) {
        StartCheck.orExit("gateway", GatewayRules.ALL);
        // Quarkus would answer an address that is no URI with a bare 400; the door says what is wrong with it.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(arguments);
    }
}
