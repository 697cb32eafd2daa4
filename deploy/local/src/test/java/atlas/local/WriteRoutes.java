package atlas.local;

import static atlas.local.Targets.because;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every write of the public API, about Montgomery County or Maryland, and how each caller of {@link Callers} is answered. */
final class WriteRoutes {

    private static final String COUNTY_POLICIES = "/v1/counties/" + Callers.MONTGOMERY + "/policies";
    private static final String NOTE = "{ \"note\": \"read\" }";
    private static final String REASON = "?reason=why";

    private WriteRoutes() {
    }

    /**
     * A row of the matrix.
     *
     * @param operation as the document names it, and in brackets what sets the row apart from others of the operation
     * @param ask makes what it is about, and says the request
     * @param otherwise the status for those who have a key and are not named
     * @param named "name status" of each who is answered otherwise
     */
    record Route(String operation, Function<Targets, Ask> ask, int otherwise, List<String> named) {

        /** As in the document. */
        String documented() {
            return operation.replaceFirst(" \\(.*", "");
        }

        int expected(String caller) {
            Map<String, Integer> expected = new HashMap<>();
            named.stream().map(cell -> cell.split(" ")).forEach(cell -> expected.put(cell[0], Integer.valueOf(cell[1])));
            return expected.getOrDefault(caller, Callers.DEAD.contains(caller) ? 401 : otherwise);
        }
    }

    static List<Route> all() {
        return Stream.of(policies(), files(), laws(), submissions("policy", Targets::policySubmission),
                submissions("law", Targets::lawSubmission), queue(), webhooks(), administration(), parkedEvents())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> policies() {
        return List.of(
                row("POST /v1/counties/{fips}/policies", t -> Ask.post(COUNTY_POLICIES, Targets.policy(t.title())), 403,
                        "county 201", "state 201", "policiesOnly 201", "submitter 202", "otherSubmitter 202", "admin 201"),
                row("POST /v1/states/{code}/policies",
                        t -> Ask.post("/v1/states/MD/policies", Targets.statePolicy(t.title())), 403, "state 201",
                        "policiesOnly 201", "submitter 202", "otherSubmitter 202", "admin 201"),
                row("PUT /v1/policies/{id} (of the county)",
                        t -> Ask.put(t.policy(), because(Targets.policy(t.title()))), 403, "county 200", "state 200",
                        "policiesOnly 200", "submitter 202", "otherSubmitter 202", "admin 200"),
                row("PUT /v1/policies/{id} (of the state)",
                        t -> Ask.put(t.statePolicy(), because(Targets.statePolicy(t.title()))), 403, "state 200",
                        "policiesOnly 200", "submitter 202", "otherSubmitter 202", "admin 200"),
                row("DELETE /v1/policies/{id} (of the county)", t -> Ask.delete(t.policy() + REASON), 403, "county 200",
                        "state 200", "policiesOnly 200", "submitter 202", "otherSubmitter 202", "admin 200"),
                row("DELETE /v1/policies/{id} (of the state)", t -> Ask.delete(t.statePolicy() + REASON), 403, "state 200",
                        "policiesOnly 200", "submitter 202", "otherSubmitter 202", "admin 200"),
                row("POST /v1/policies:batch", t -> Ask.post("/v1/policies:batch", "{ \"mode\": \"atomic\", \"items\": ["
                        + Targets.policy(t.title()).replaceFirst("\\{", "{ \"county\": \"24031\",") + "] }"), 403,
                        "county 200", "otherCounty 422", "state 200", "otherState 422", "policiesOnly 200", "submitter 400",
                        "otherSubmitter 400", "admin 200"));
    }

    private static List<Route> files() {
        return List.of(
                row("POST /v1/imports", t -> Ask.csv(t.rows(Callers.MONTGOMERY)), 403, "county 202", "otherCounty 202",
                        "state 202", "otherState 202", "policiesOnly 202", "submitter 202", "otherSubmitter 202", "admin 202"),
                row("POST /v1/imports/{id}/cancel", t -> Ask.post(t.sentImport() + "/cancel", null), 403, "county 409",
                        "otherCounty 404", "state 404", "otherState 404", "policiesOnly 404", "otherSubmitter 404",
                        "admin 409"),
                row("POST /v1/imports/{id}/confirm", t -> Ask.post(t.sentImport() + "/confirm", null), 403,
                        "reviewerEverywhere 409", "admin 409"),
                row("PUT /v1/imports/county-aliases",
                        t -> Ask.replace("/v1/imports/county-aliases", Targets.assignment(t.title())), 403, "submitter 200",
                        "reviewer 200", "reviewerEverywhere 200", "admin 200"),
                row("DELETE /v1/imports/county-aliases",
                        t -> Ask.delete("/v1/imports/county-aliases" + t.assignedName()), 403, "submitter 204",
                        "reviewer 204", "reviewerEverywhere 204", "admin 204"));
    }

    private static List<Route> laws() {
        return List.of(
                row("POST /v1/laws", t -> Ask.post("/v1/laws", Targets.law(t.title(), "MD")), 403, "state 201",
                        "lawsOnly 201", "submitter 202", "otherSubmitter 202", "admin 201"),
                row("PUT /v1/laws/{id}", t -> Ask.put(t.law(), because(Targets.law(t.title(), "MD"))), 403, "state 200",
                        "lawsOnly 200", "submitter 202", "otherSubmitter 202", "admin 200"),
                row("DELETE /v1/laws/{id}", t -> Ask.delete(t.law() + REASON), 403, "state 200", "lawsOnly 200",
                        "submitter 202", "otherSubmitter 202", "admin 200"));
    }

    /** What waits is its submitter's to change and another's to decide; to all others it does not exist. */
    private static List<Route> submissions(String kind, Function<Targets, String> made) {
        String root = "/v1/" + kind + "-submissions/{id}";
        boolean policy = kind.equals("policy");
        String[] changes = { (policy ? "lawsOnly" : "policiesOnly") + " 403", "submitter 200", "reviewer 403",
                "countyReviewer 403", "reviewerElsewhere 403", "reviewerEverywhere 403", "admin 403" };
        String[] decisions = { "reviewer 200", "countyReviewer " + (policy ? 200 : 404), "reviewerElsewhere 404",
                "reviewerEverywhere 200", "admin 200" };
        Function<Targets, String> body = t -> policy ? Targets.policy(t.title()) : Targets.law(t.title(), "MD");
        return List.of(
                row("PUT " + root, t -> Ask.replace(t.sentBack(made.apply(t)), body.apply(t)), 404, changes),
                row("DELETE " + root, t -> Ask.delete(made.apply(t)), 404, changes),
                row("POST " + root + "/approve", t -> Ask.post(made.apply(t) + "/approve", NOTE), 403, decisions),
                row("POST " + root + "/reject", t -> Ask.post(made.apply(t) + "/reject", NOTE), 403, decisions),
                row("POST " + root + "/request-changes", t -> Ask.post(made.apply(t) + "/request-changes", NOTE), 403,
                        decisions));
    }

    /** The same submissions as one queue: who may see neither kind is refused, who may see one is told of that one. */
    private static List<Route> queue() {
        String root = "/v1/submissions/{id}";
        String[] changes = { "submitter 200", "reviewer 403", "countyReviewer 403", "reviewerElsewhere 403",
                "reviewerEverywhere 403", "admin 403" };
        String[] decisions = { "reviewer 200", "countyReviewer 200", "reviewerElsewhere 404", "reviewerEverywhere 200",
                "admin 200" };
        return List.of(
                row("PUT " + root,
                        t -> Ask.replace(inQueue(t.sentBack(t.policySubmission())), Targets.policy(t.title())), 404, changes),
                row("DELETE " + root, t -> Ask.delete(inQueue(t.policySubmission())), 404, changes),
                row("POST " + root + "/approve", t -> Ask.post(inQueue(t.policySubmission()) + "/approve", NOTE), 403,
                        decisions),
                row("POST " + root + "/reject", t -> Ask.post(inQueue(t.policySubmission()) + "/reject", NOTE), 403, decisions),
                row("POST " + root + "/request-changes",
                        t -> Ask.post(inQueue(t.policySubmission()) + "/request-changes", NOTE), 403, decisions));
    }

    private static String inQueue(String submission) {
        return submission.replace("/policy-submissions/", "/submissions/");
    }

    /** Everybody with a key may have webhooks; another partner's do not exist. */
    private static List<Route> webhooks() {
        String root = "/v1/webhooks/{id}";
        return List.of(
                row("POST /v1/webhooks", t -> Ask.post("/v1/webhooks", Targets.webhook(t.title())), 201),
                row("PUT " + root, t -> Ask.put(t.webhook(), Targets.webhook(t.title())), 404, "county 200", "admin 200"),
                row("DELETE " + root, t -> Ask.delete(t.webhook()), 404, "county 204", "admin 204"),
                row("POST " + root + "/rotate-secret", t -> Ask.post(t.webhook() + "/rotate-secret", null), 404, "county 200",
                        "admin 200"),
                row("POST " + root + "/ping", t -> Ask.post(t.webhook() + "/ping", null), 404, "county 202", "admin 202"),
                row("POST " + root + "/deliveries/{deliveryId}/redeliver", t -> Ask.post(t.delivery() + "/redeliver", null),
                        404, "county 202", "admin 202"));
    }

    private static List<Route> administration() {
        String key = "{ \"name\": \"another key\" }";
        return List.of(
                row("POST /v1/simulations", t -> Ask.post("/v1/simulations", """
                        { "laws": [{ "state": "TX", "effects": [{ "factor": "NO_287G", "effect": "REQUIRES" }] }] }"""), 200,
                        "none 200"),
                row("POST /v1/admin/rebuilds/scores", t -> Ask.post("/v1/admin/rebuilds/scores", null), 403, "admin 202"),
                row("POST /v1/admin/rebuilds/feed", t -> Ask.post("/v1/admin/rebuilds/feed", null), 403, "admin 202"),
                row("POST /v1/partners", t -> Ask.post("/v1/partners", partner(t.title())), 403, "admin 201"),
                row("PUT /v1/partners/{id}", t -> Ask.put(t.partner(), partner(t.title())), 403, "admin 200"),
                row("DELETE /v1/partners/{id}", t -> Ask.delete(t.partner()), 403, "admin 200"),
                row("POST /v1/partners/{id}/keys", t -> Ask.post(t.partner() + "/keys", key), 403, "admin 201"),
                row("PUT /v1/keys/{id}", t -> Ask.put(t.key(), key), 403, "admin 200"),
                row("DELETE /v1/keys/{id}", t -> Ask.delete(t.key()), 403, "admin 200"),
                row("POST /v1/keys/{id}/rotate", t -> Ask.post(t.key() + "/rotate", "{ \"overlap\": 1 }"), 403, "admin 201"));
    }

    /** At the end: what is tried again is another thing a moment later. */
    private static List<Route> parkedEvents() {
        String root = "/v1/admin/parked-events";
        return List.of(
                row("DELETE " + root + "/{id}", t -> Ask.delete(t.parkedEvent() + REASON), 403, "admin 200"),
                row("POST " + root + "/{id}/redrive", t -> Ask.post(t.parkedEvent() + "/redrive", null), 403, "admin 202"),
                row("POST " + root + "/redrive", t -> {
                    t.parkedEvent();
                    return Ask.post(root + "/redrive?topic=score-changes", null);
                }, 403, "admin 202"));
    }

    private static String partner(String name) {
        return "{ \"name\": \"" + name + "\", \"review\": \"TRUSTED\", \"scopes\": [\"policies:write\"] }";
    }

    private static Route row(String operation, Function<Targets, Ask> ask, int otherwise, String... named) {
        return new Route(operation, ask, otherwise, List.of(named));
    }
}
