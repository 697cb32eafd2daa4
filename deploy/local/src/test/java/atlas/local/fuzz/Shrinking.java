package atlas.local.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Leaves out of a request what is not needed to see the same again, one thing at a time. */
final class Shrinking {

    private static final Set<String> NEEDED = Set.of("Authorization", "Content-Type", "If-Match");
    private static final int MOST = 12;

    private final Asking asking;

    Shrinking(Asking asking) {
        this.asking = asking;
    }

    Call of(Call call, String wrong) {
        Call smaller = call;
        for (Call candidate : without(call)) {
            if (sort(asking.wrong(candidate, asking.ask(candidate)), wrong)) {
                smaller = candidate;
                break;
            }
        }
        return smaller == call || smaller.query().isEmpty() ? smaller : of(smaller, wrong);
    }

    /** Only reads: what changes something would be another thing the second time. */
    private static List<Call> without(Call call) {
        List<Call> candidates = new ArrayList<>();
        if (call.method().equals("GET") && call.query().size() <= MOST && call.headers().size() <= MOST) {
            for (Pair pair : call.query()) {
                candidates.add(call.query(call.query().stream().filter(other -> other != pair).toList()));
            }
            call.headers().stream().filter(header -> !NEEDED.contains(header.name()))
                    .forEach(header -> candidates.add(call.noHeader(header.name())));
        }
        return candidates;
    }

    private static boolean sort(List<String> wrong, String like) {
        return wrong.stream().anyMatch(one -> one.split(":")[0].equals(like.split(":")[0]));
    }
}
