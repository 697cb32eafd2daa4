package atlas.statelaw.start;

import java.util.List;

import atlas.service.configuration.StartCheck;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts state-law-service. */
@QuarkusMain
public class StateLaws {

    public static void main(String... arguments) {
        StartCheck.orExit("state-law-service", List.of());
        Quarkus.run(arguments);
    }
}
