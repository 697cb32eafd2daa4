package atlas.local.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A request as it goes over the wire, and what is known of it.
 *
 * @param path what stands before the question mark, as it is sent
 * @param query names and values as they are sent, encoded
 * @param body null for none
 */
record Call(Intent intent, String method, String path, List<Pair> query, List<Pair> headers, byte[] body) {

    private static final int LONGEST_SHOWN = 4000;

    /**
     * Why it is sent.
     *
     * @param what in words
     * @param outside whether it is not one of the operation at all, so that the operation's answers do not bind it
     * @param exact whether it differs from a good one in one place only, so that it must be taken if the document allows it
     */
    record Intent(Operation operation, Aim aim, String what, boolean outside, boolean exact) {
    }

    Call {
        query = List.copyOf(query);
        headers = List.copyOf(headers);
    }

    Call as(Aim aim, String what, boolean exact) {
        return new Call(new Intent(intent.operation(), aim, what, intent.outside(), exact), method, path, query, headers, body);
    }

    /** As one that the operation's description does not bind. */
    Call outside(String what) {
        return new Call(new Intent(intent.operation(), Aim.HOSTILE, what, true, false), method, path, query, headers, body);
    }

    Call method(String other) {
        return new Call(intent, other, path, query, headers, body);
    }

    Call path(String other) {
        return new Call(intent, method, other, query, headers, body);
    }

    Call query(List<Pair> other) {
        return new Call(intent, method, path, other, headers, body);
    }

    Call body(byte[] other) {
        return new Call(intent, method, path, query, headers, other);
    }

    Call body(String other) {
        return body(other.getBytes(StandardCharsets.UTF_8));
    }

    Call headers(List<Pair> other) {
        return new Call(intent, method, path, query, other, body);
    }

    /** With a parameter in place of all of its name. */
    Call with(String name, String value) {
        return query(replaced(query, name, value));
    }

    Call without(String name) {
        return query(query.stream().filter(pair -> !pair.name().equals(name)).toList());
    }

    Call header(String name, String value) {
        return headers(replaced(headers, name, value));
    }

    Call noHeader(String name) {
        return headers(headers.stream().filter(named(name).negate()).toList());
    }

    /** The value of a header; null when there is none. */
    String header(String name) {
        return headers.stream().filter(named(name)).map(Pair::value).findFirst().orElse(null);
    }

    /** What stands in the request line. */
    String target() {
        return query.isEmpty() ? path
                : query.stream().map(pair -> pair.name() + "=" + pair.value()).collect(Collectors.joining("&", path + "?", ""));
    }

    /** The same as a command that anybody can run. */
    String curl(String address) {
        StringBuilder command = new StringBuilder("curl -i --path-as-is -X " + method + " " + quoted(address + target()));
        headers.forEach(header -> command.append(" -H ").append(quoted(header.name() + ": " + header.value())));
        if (body == null) {
            return command.toString();
        }
        String text = new String(body, StandardCharsets.UTF_8);
        boolean printable = body.length <= LONGEST_SHOWN && text.chars().allMatch(c -> c >= ' ' && c < 127 || c == '\n');
        return printable ? command + " --data-binary " + quoted(text)
                : "base64 -d <<< " + Base64.getEncoder().encodeToString(body) + " | " + command + " --data-binary @-";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static Predicate<Pair> named(String name) {
        return pair -> pair.name().equalsIgnoreCase(name);
    }

    private static List<Pair> replaced(List<Pair> pairs, String name, String value) {
        List<Pair> replaced = new ArrayList<>(pairs.stream().filter(named(name).negate()).toList());
        replaced.add(new Pair(name, value));
        return replaced;
    }
}
