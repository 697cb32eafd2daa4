package atlas.local.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;

/** Asks every operation of a served document, again and again, and collects what is not as the document has it. */
public final class Fuzzer {

    private final String address;
    private final Stage stage;
    private final Plan plan;
    private final List<Operation> operations;
    private final Findings findings = new Findings();
    private final Asking asking;
    private final Starts starts;
    private final List<Calls> aims;

    /**
     * How much is asked.
     *
     * @param seed of all that is drawn by lot
     * @param requests how many, beside the first of each operation
     * @param seconds after which no more is asked
     */
    public record Plan(long seed, int requests, int seconds) {
    }

    public Fuzzer(String address, JsonNode served, Stage stage, Plan plan) {
        this.address = address;
        this.stage = stage;
        this.plan = plan;
        ServedDocument document = new ServedDocument(served);
        this.operations = document.operations();
        Pool pool = new Pool(operations);
        this.asking = new Asking(address, document, pool, operations);
        this.starts = new Starts(stage, pool);
        this.aims = List.of(new ValidCalls(document, pool), new ValidCalls(document, pool), new BoundaryCalls(document),
                new BoundaryCalls(document), new HostileCalls(document, stage), new HostileCalls(document, stage));
    }

    /** Asks all of it; what was found. */
    public Findings run() throws IOException {
        long end = System.nanoTime() + plan.seconds() * 1_000_000_000L;
        List<Operation> cheap = new ArrayList<>(operations.stream().filter(operation -> !isCostly(operation)).toList());
        for (int round = 0; round < 2; round++) { // what the first tells of, the second may ask for
            cheap.forEach(operation -> first(operation));
        }
        for (int i = 0; i < plan.requests() && System.nanoTime() < end; i++) {
            one(cheap.get(i % cheap.size()), i);
        }
        operations.stream().filter(this::isCostly).forEach(this::first);
        return findings;
    }

    public Coverage coverage() {
        return asking.coverage();
    }

    private void first(Operation operation) {
        starts.of(operation, new Random(plan.seed())).ifPresent(call -> ask(call, -1));
    }

    private void one(Operation operation, int index) {
        Random random = new Random(plan.seed() * 1_000_003 + index);
        starts.of(operation, random)
                .ifPresent(start -> ask(aims.get(random.nextInt(aims.size())).of(start, random), index));
    }

    private void ask(Call call, int index) {
        Operation operation = call.intent().operation();
        Answer answer = asking.ask(call);
        List<String> wrong = asking.wrong(call, answer);
        if (answer.isGood() && !operation.isRead()) {
            starts.served(operation);
        }
        for (String one : wrong) {
            Call smaller = new Shrinking(asking).of(call, one);
            findings.add(operation, one, "seed %d, request %d, %s (%s): %s".formatted(plan.seed(), index, call.intent().aim(),
                    call.intent().what(), smaller.curl(address)));
        }
    }

    private boolean isCostly(Operation operation) {
        return stage.isCostly(operation.method(), operation.path());
    }
}
