package atlas.local.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found, each sort of an operation once, with how often and how to see it again. */
public final class Findings {

    private static final int COMPARED = 160;

    private final Map<String, Finding> found = new LinkedHashMap<>();

    private static final class Finding {

        private final String text;
        private int times = 1;

        private Finding(String text) {
            this.text = text;
        }
    }

    /** What is new is told at once. */
    void add(Operation operation, String wrong, String repeat) {
        String sort = operation.name() + " " + wrong.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|\\d+|\"[^\"]*\"", "#");
        Finding known = found.get(shortened(sort));
        if (known != null) {
            known.times++;
            return;
        }
        Finding finding = new Finding(operation.name() + "\n  " + wrong + "\n  " + repeat);
        found.put(shortened(sort), finding);
        System.out.println("\n" + finding.text);
    }

    private static String shortened(String sort) {
        return sort.substring(0, Math.min(COMPARED, sort.length()));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Each with its operation, what is wrong, and the command that shows it. */
    public List<String> list() {
        List<String> list = new ArrayList<>();
        found.values()
                .forEach(finding -> list.add(finding.text + (finding.times > 1 ? "\n  " + finding.times + " times" : "")));
        return list;
    }
}
