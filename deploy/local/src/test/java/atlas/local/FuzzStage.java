package atlas.local;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import atlas.local.WriteRoutes.Route;
import atlas.local.fuzz.Pair;
import atlas.local.fuzz.Stage;

/** Everybody of the authorisation matrix, and its way to make what a write is about, for the fuzzer. */
final class FuzzStage implements Stage {

    private static final String IMPORT = "/v1/imports/{id}/";
    private static final int LONG_FILE = 5000;

    private final Callers callers;
    private final Targets targets;
    private final AgreementLists lists;
    private final Map<String, Integer> turns = new HashMap<>();

    FuzzStage(String address, Callers callers, Targets targets) {
        this.callers = callers;
        this.targets = targets;
        this.lists = new AgreementLists(address, callers, targets);
    }

    @Override
    public String reader() {
        return "Bearer " + callers.key("admin");
    }

    @Override
    public List<String> others() {
        return callers.names().stream().map(callers::key).filter(Objects::nonNull).map(key -> "Bearer " + key).toList();
    }

    @Override
    public boolean isCostly(String method, String path) {
        return method.equals("POST") && path.contains("/rebuilds/") || path.contains("/fingerprints/")
                || path.endsWith("/verification");
    }

    @Override
    public Optional<Start> start(String method, String path) {
        if (path.equals(IMPORT + "cancel")) {
            return Optional.of(by("county", Ask.post(longImport() + "/cancel", null)));
        }
        if (path.equals(IMPORT + "confirm")) {
            return Optional.of(by("admin", Ask.post(lists.waiting() + "/confirm", null)));
        }
        List<Route> routes = WriteRoutes.all().stream().filter(route -> route.documented().equals(method + " " + path))
                .toList();
        if (routes.isEmpty()) {
            return Optional.empty();
        }
        int turn = turns.merge(method + " " + path, 1, Integer::sum);
        Route route = routes.get(turn % routes.size());
        List<String> served = callers.names().stream().filter(caller -> route.expected(caller) < 300).toList();
        return Optional.of(by(served.get(turn % served.size()), route.ask().apply(targets)));
    }

    /** So long that there is time to stop it; of its rows nothing comes. */
    private String longImport() {
        String[] counties = new String[LONG_FILE];
        Arrays.fill(counties, "00000");
        return callers.made("county", Ask.csv(targets.rows(counties)), 202).header("Location");
    }

    private Start by(String caller, Ask ask) {
        List<Pair> headers = new ArrayList<>();
        if (callers.key(caller) != null) {
            headers.add(new Pair("Authorization", "Bearer " + callers.key(caller)));
        }
        ask.headers().forEach((name, value) -> headers.add(new Pair(name, value)));
        if (ask.body() != null) {
            headers.add(new Pair("Content-Type", ask.type()));
        }
        return new Start(ask.path(), headers, ask.body() == null ? null : ask.body().getBytes(StandardCharsets.UTF_8));
    }
}
