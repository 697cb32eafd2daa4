package atlas.gateway.breaking;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The breaks that a changelog tells of: what stands in backticks under "Breaking" of what is not released yet. */
final class Announced {

    private static final Pattern HEADING = Pattern.compile("(?m)^(#{2,3}) (.*)$");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private Announced() {
    }

    static Set<String> in(String changelog) {
        Set<String> names = new HashSet<>();
        boolean unreleased = false;
        boolean breaking = false;
        for (String line : changelog.split("\n")) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                boolean release = heading.group(1).length() == 2;
                unreleased = release ? heading.group(2).contains("Unreleased") : unreleased;
                breaking = !release && unreleased && heading.group(2).equals("Breaking");
            } else if (breaking) {
                Matcher name = NAME.matcher(line);
                while (name.find()) {
                    names.add(name.group(1));
                }
            }
        }
        return names;
    }
}
