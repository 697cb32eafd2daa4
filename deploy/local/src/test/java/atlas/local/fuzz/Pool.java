package atlas.local.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What answers have told so far: addresses of things that there are, cursors, and tags of representations. */
final class Pool {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 40;
    private static final Set<String> OF_THE_PAGE = Set.of("limit", "cursor");

    private final List<Operation> operations;
    /** By a template up to a variable, the addresses that fit it. */
    private final Map<String, List<String>> addresses = new HashMap<>();
    private final Map<String, String> cursors = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();

    Pool(List<Operation> operations) {
        this.operations = operations;
    }

    /** An address for a template: of something there is, else of the examples; its variables encoded as they came. */
    String address(Operation operation, Random random) {
        int last = operation.path().lastIndexOf('}') + 1;
        if (last == 0) {
            return operation.path();
        }
        List<String> known = addresses.get(operation.path().substring(0, last));
        if (known != null && random.nextInt(20) > 0) {
            return known.get(random.nextInt(known.size())) + operation.path().substring(last);
        }
        String address = operation.path();
        for (Parameter variable : operation.in("path")) {
            address = address.replace("{" + variable.name() + "}", guess(variable));
        }
        return address;
    }

    private static String guess(Parameter variable) {
        if (variable.example() != null) {
            return variable.example();
        }
        return Values.type(variable.schema()).equals("integer") ? "1" : "0197a000-0000-7000-8000-000000000001";
    }

    /** Where the next page of a list begins; null when none is known. */
    String cursor(Operation operation) {
        return cursors.get(operation.name());
    }

    /** The tag that an address had when it was last read; null when it was not. */
    String tag(String address) {
        return tags.get(address);
    }

    void learn(Call call, Answer answer) {
        if (!answer.isGood()) {
            return;
        }
        if (answer.header("Location") != null) {
            located(answer.header("Location"));
        }
        if (answer.header("ETag") != null && call.method().equals("GET") && call.query().isEmpty()) {
            tags.put(call.path(), answer.header("ETag"));
        }
        if (call.method().equals("GET") && String.valueOf(answer.type()).equals("application/json")) {
            try {
                read(call, JSON.readTree(answer.body()));
            } catch (IOException e) {
                // whoever checks the answer says so
            }
        }
    }

    private void located(String location) {
        for (String prefix : prefixes()) {
            if (Operation.pattern(prefix).matcher(location).matches()) {
                add(prefix, location);
            }
        }
    }

    private void read(Call call, JsonNode body) {
        Operation operation = call.intent().operation();
        for (JsonNode address : body.findValues("url")) {
            located(address.asText()); // of a file; those of sources lead elsewhere
        }
        boolean unfiltered = call.query().stream().allMatch(pair -> OF_THE_PAGE.contains(pair.name()));
        if (unfiltered && body.path("next").isTextual()) { // a cursor belongs to its filters
            cursors.put(operation.name(), body.path("next").textValue());
        }
        for (String prefix : prefixes()) {
            String root = operation.path() + "/{";
            if (prefix.startsWith(root) && prefix.indexOf('}', root.length()) == prefix.length() - 1) {
                String variable = prefix.substring(root.length(), prefix.length() - 1);
                body.forEach(list -> list.forEach(item -> item(prefix, call.path(), item, variable)));
            }
        }
    }

    private void item(String prefix, String list, JsonNode item, String variable) {
        JsonNode value = item.has(variable) ? item.get(variable) : item.path("id");
        if (value.isTextual() || value.isNumber()) {
            add(prefix, list + "/" + value.asText());
        }
    }

    private void add(String prefix, String address) {
        List<String> known = addresses.computeIfAbsent(prefix, p -> new ArrayList<>());
        if (!known.contains(address)) {
            known.add(address);
        }
        if (known.size() > MOST) {
            known.remove(0);
        }
    }

    private Set<String> prefixes() {
        Set<String> prefixes = new LinkedHashSet<>();
        operations.stream().filter(Operation::hasVariables)
                .forEach(operation -> prefixes.add(operation.path().substring(0, operation.path().lastIndexOf('}') + 1)));
        return prefixes;
    }
}
