package atlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, and the blocks of commands that it shows. */
record DocumentedPage(String name, List<Block> blocks) {

    private static final String FENCE = "```";
    /** What a line begins with that people type. */
    private static final Pattern TYPED = Pattern.compile("(?m)^(curl|kcat|mvn|jq|deploy/\\w+|[A-Z]+=\\$\\()\\b");
    private static final Set<String> BUILT = Set.of("target", ".git", ".atlas", "node_modules");

    /** How the commands of a block are run. */
    enum Way {
        /** To their end, in the shell of the page. */
        WHOLE("sh"),
        /** Until they say something: they would go on. */
        FOLLOWED("sh follow"),
        /** The same, where kcat is installed. */
        KCAT("sh kcat"),
        /** Not here: they start what the others are run against, or stop it. */
        BY_HAND("sh by-hand"),
        /** They are no commands. */
        NOT("");

        private final String fence;

        Way(String fence) {
            this.fence = fence;
        }

        private static Way of(String fence) {
            return Stream.of(values()).filter(way -> fence.equals(way.fence)).findFirst().orElse(NOT);
        }
    }

    /** @param line where it begins */
    record Block(int line, Way way, String text) {

        boolean hasCommands() {
            return TYPED.matcher(text).find();
        }
    }

    /** All pages below a folder. */
    static List<DocumentedPage> below(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> pages = files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> Stream.of(home.relativize(file).toString().split("/")).noneMatch(BUILT::contains))
                    .sorted().toList();
            List<DocumentedPage> read = new ArrayList<>();
            for (Path page : pages) {
                read.add(new DocumentedPage(home.relativize(page).toString(), blocks(Files.readAllLines(page))));
            }
            return read;
        }
    }

    Stream<Block> blocks(Set<Way> ways) {
        return blocks.stream().filter(block -> ways.contains(block.way()));
    }

    private static List<Block> blocks(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE) && begin < 0) {
                begin = i;
            } else if (lines.get(i).startsWith(FENCE)) {
                blocks.add(new Block(begin + 1, Way.of(lines.get(begin).substring(FENCE.length())),
                        String.join("\n", lines.subList(begin + 1, i))));
                begin = -1;
            }
        }
        return blocks;
    }
}
