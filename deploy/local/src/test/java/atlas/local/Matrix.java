package atlas.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import atlas.local.WriteRoutes.Route;
import io.restassured.response.Response;

/** Tries every route as every caller, and collects all that is not as it should be. */
final class Matrix {

    private static final int SHOWN = 300;

    private final Callers callers;
    private final Targets targets;
    private final List<String> wrong = new ArrayList<>();

    Matrix(Callers callers, Targets targets) {
        this.callers = callers;
        this.targets = targets;
    }

    List<String> wrong(List<Route> routes) {
        for (Route route : routes) {
            refuse(route);
            callers.names().stream().filter(caller -> route.expected(caller) < 400)
                    .forEach(caller -> check(route, caller, route.ask().apply(targets)));
        }
        return wrong;
    }

    /** All who are refused ask about one thing, which must be the same at the end. */
    private void refuse(Route route) {
        Ask ask = route.ask().apply(targets);
        Map<String, Object> before = targets.state();
        callers.names().stream().filter(caller -> route.expected(caller) >= 400)
                .forEach(caller -> check(route, caller, ask));
        Map<String, Object> after = targets.state();
        before.forEach((what, was) -> {
            if (!was.equals(after.get(what))) {
                wrong.add(route.operation() + ": the refused changed " + what + " from " + was + " to " + after.get(what));
            }
        });
    }

    private void check(Route route, String caller, Ask ask) {
        Response response = callers.send(caller, ask);
        int status = response.statusCode();
        String cell = route.operation() + " × " + caller;
        if (status != route.expected(caller)) {
            String said = response.asString().lines().collect(Collectors.joining(" "));
            wrong.add(cell + ": expected " + route.expected(caller) + ", got " + status + " "
                    + said.substring(0, Math.min(SHOWN, said.length())));
        } else if (status >= 400 && !response.contentType().startsWith("application/problem+json")) {
            wrong.add(cell + ": refused in " + response.contentType());
        } else if (status == 202 && response.header("Location").startsWith("/v1/imports/")) {
            targets.finished(response.header("Location"));
        }
    }
}
