package atlas.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

import kafka.Kafka;
import kafka.tools.StorageTool;

/** The main class of the broker's process: formats its storage the first time, then becomes the broker. */
final class BrokerProcess {

    private BrokerProcess() {
    }

    public static void main(String[] arguments) {
        String settings = arguments[0];
        Path storage = Path.of(arguments[1]);
        if (Files.notExists(storage.resolve("meta.properties"))) {
            String[] format = { "format", "--cluster-id", arguments[2], "--config", settings };
            int outcome = StorageTool.execute(format, System.err);
            if (outcome != 0) {
                System.exit(outcome);
            }
        }
        Kafka.main(new String[] { settings });
    }
}
