package atlas.gateway.route;

import java.util.List;
import java.util.TreeSet;

import atlas.gateway.door.RequestTimes;

/** What can be done at one path. */
final class Place {

    private final List<Operation> operations;
    private final String allowed;

    Place(List<Operation> operations) {
        this.operations = List.copyOf(operations);
        TreeSet<String> methods = new TreeSet<>();
        operations.forEach(operation -> methods.add(operation.method()));
        String writes = String.join(", ", methods.stream().filter(method -> !method.equals("GET")).toList());
        String reads = methods.contains("GET") ? "GET, HEAD" : "";
        this.allowed = reads + (reads.isEmpty() || writes.isEmpty() ? "" : ", ") + writes + ", OPTIONS";
    }

    RequestTimes.Subject subject() {
        return operations.get(0).subject();
    }

    List<Operation> operations() {
        return operations;
    }

    /** The operation of a method; null when there is none. HEAD asks for what GET would say, without the body. */
    Operation operation(String method) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        for (Operation operation : operations) {
            if (operation.method().equals(wanted)) {
                return operation;
            }
        }
        return null;
    }

    /** As in the Allow header, reading first. */
    String allowed() {
        return allowed;
    }
}
