package atlas.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Which of two processes of a service leads a task, and how its relays fare, as their logs tell. */
record Leads(Path logs) {

    private static final int TIMESTAMP = "2019-12-17 00:00:00,000".length();

    /** The name of a process, as the launcher has it. */
    static String name(Service service, int replica) {
        return replica == 1 ? service.module() : service.module() + "-" + replica;
    }

    static int other(int replica) {
        return 3 - replica;
    }

    /** The replica that took the lead last. */
    int leader(Fault fault) {
        return lastTaken(fault, 1).compareTo(lastTaken(fault, 2)) > 0 ? 1 : 2;
    }

    long timesLed(Fault fault, int replica) {
        return taken(fault, replica).size();
    }

    /** How often the relays of a service gave up for a while, because Kafka did not take what they had. */
    long pauses(Service service) {
        return lines(service, 1).filter(line -> line.contains("the relay pauses")).count()
                + lines(service, 2).filter(line -> line.contains("the relay pauses")).count();
    }

    private String lastTaken(Fault fault, int replica) {
        List<String> taken = taken(fault, replica);
        return taken.isEmpty() ? "" : taken.get(taken.size() - 1).substring(0, TIMESTAMP);
    }

    private List<String> taken(Fault fault, int replica) {
        return lines(fault.service(), replica).filter(line -> line.endsWith("leads " + fault.task())).toList();
    }

    private Stream<String> lines(Service service, int replica) {
        try {
            return Files.readAllLines(logs.resolve(name(service, replica) + ".log"), StandardCharsets.UTF_8).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
