package atlas.local.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import atlas.local.fuzz.Call.Intent;

/** A good request of each operation, for others to be made of. */
final class Starts {

    private final Stage stage;
    private final Pool pool;
    /** Of what changes something: a request is good until it was served. */
    private final Map<String, Call> unserved = new HashMap<>();

    Starts(Stage stage, Pool pool) {
        this.stage = stage;
        this.pool = pool;
    }

    /** Nothing when nobody knows how to ask for it. */
    Optional<Call> of(Operation operation, Random random) {
        if (operation.isRead()) {
            return Optional.of(read(operation, random));
        }
        Call kept = unserved.get(operation.name());
        if (kept == null) {
            kept = stage.start(operation.method(), operation.path()).map(start -> write(operation, start)).orElse(null);
            unserved.put(operation.name(), kept);
        }
        return Optional.ofNullable(kept);
    }

    /** What was asked about is not as it was. */
    void served(Operation operation) {
        unserved.remove(operation.name());
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Call read(Operation operation, Random random) {
        List<Pair> query = new ArrayList<>();
        operation.in("query").stream().filter(Parameter::required).forEach(
                parameter -> query.add(new Pair(parameter.name(), encoded(String.valueOf(parameter.example())))));
        List<Pair> headers = operation.keyed() ? List.of(new Pair("Authorization", stage.reader())) : List.of();
        return new Call(new Intent(operation, Aim.VALID, "as it is", false, true), "GET", pool.address(operation, random),
                query,
                headers, null);
    }

    private static Call write(Operation operation, Stage.Start start) {
        String[] target = start.target().split("\\?", 2);
        List<Pair> query = new ArrayList<>();
        if (target.length > 1) {
            for (String pair : target[1].split("&")) {
                query.add(new Pair(pair.split("=")[0], pair.split("=", 2)[1]));
            }
        }
        return new Call(new Intent(operation, Aim.VALID, "as it is", false, true), operation.method(), target[0], query,
                start.headers(), start.body());
    }
}
