package atlas.county.start;

import java.util.List;

import atlas.service.configuration.StartCheck;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts county-service. */
@QuarkusMain
public class Counties {

    public static void main(String... arguments) {
        StartCheck.orExit("county-service", List.of());
        Quarkus.run(arguments);
    }
}
