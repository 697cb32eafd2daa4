package atlas.scoring.start;

import atlas.service.configuration.StartCheck;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts scoring-service. */
@QuarkusMain
public class Scores {

    public static void main(String... arguments) {
        StartCheck.orExit("scoring-service", RubricRules.ALL);
        Quarkus.run(arguments);
    }
}
