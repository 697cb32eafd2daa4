package atlas.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is said when all is ready. */
final class Welcome {

    private Welcome() {
    }

    static String text(String address, DemoKeys keys, DataFolder folder, Duration start) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Sanctuary Atlas is ready (" + Console.seconds(start) + ")");
        lines.add("  API    " + address + "/v1");
        lines.add("  docs   " + address + "/docs");
        lines.add("  spec   " + address + "/openapi");
        lines.add("  try    curl '" + address + "/v1/counties/24031?as_of=2019-12-17'");
        lines.add("");
        lines.add("Demo keys, for the header \"Authorization: Bearer KEY\" (kept in " + folder.keys() + ")");
        for (DemoKeys.DemoKey key : keys.keys()) {
            lines.add(String.format("  %-16s %s  %s", key.role(), key.key(), key.description()).stripTrailing());
        }
        lines.add("");
        lines.add("Data in " + folder.path() + ", logs in " + folder.logs());
        lines.add("Ctrl-C stops everything.");
        return String.join(System.lineSeparator(), lines);
    }
}
