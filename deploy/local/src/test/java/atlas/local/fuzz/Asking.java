package atlas.local.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sends requests, learns from the answers, and says what is wrong with them. */
final class Asking {

    private final Wire wire;
    private final AnswerCheck check;
    private final Pool pool;
    private final Coverage coverage;
    private int turn;

    Asking(String address, ServedDocument document, Pool pool, List<Operation> operations) {
        this.wire = new Wire(address);
        this.check = new AnswerCheck(document);
        this.pool = pool;
        this.coverage = new Coverage(operations);
    }

    Coverage coverage() {
        return coverage;
    }

    Answer ask(Call call) {
        Answer answer;
        try {
            answer = wire.send(call);
        } catch (IOException e) {
            answer = Answer.NONE;
        }
        coverage.add(call, answer);
        pool.learn(call, answer);
        return answer;
    }

    List<String> wrong(Call call, Answer answer) {
        List<String> wrong = new ArrayList<>(check.wrong(call, answer));
        if (turn++ % 3 == 0 && answer.status() == 200 && call.method().equals("GET") && call.header("If-None-Match") == null
                && answer.header("ETag") != null && isKept(answer)) {
            unchanged(call, answer, wrong);
        }
        return wrong;
    }

    /** Whether anybody may have a copy to ask about. */
    private static boolean isKept(Answer answer) {
        return !String.valueOf(answer.header("Cache-Control")).contains("no-store");
    }

    /** Asked again with its tag, it is the same, or it has another. */
    private void unchanged(Call call, Answer answer, List<String> wrong) {
        Answer again = ask(call.header("If-None-Match", answer.header("ETag")));
        if (again.status() != 304 && (again.status() != 200 || answer.header("ETag").equals(again.header("ETag")))) {
            wrong.add("tag: " + again.status() + " with the tag that was just given");
        }
        Answer head = ask(call.method("HEAD"));
        if (head.status() != 200 || head.body().length > 0) {
            wrong.add("head: " + head.status() + " for what GET answers with 200");
        }
    }
}
