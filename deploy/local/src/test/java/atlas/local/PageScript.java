package atlas.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import atlas.local.DocumentedPage.Block;
import atlas.local.DocumentedPage.Way;

/** Runs a page's commands one after the other in one shell, as its reader would who copies each block. */
final class PageScript {

    /** A refusal ends the page; a command that is followed has half a minute to say something. */
    private static final String PROLOGUE = """
            set -Eeuo pipefail
            trap 'echo "failed in the block of line $block: $BASH_COMMAND" >&2' ERR
            curl() { command curl --silent --show-error --fail-with-body --max-time 60 "$@"; }
            follow() {
                local first= pid
                coproc FOLLOWED { trap - ERR; set +e; . "$1"; }
                pid=$FOLLOWED_PID
                IFS= read -r -t 30 first <&"${FOLLOWED[0]}" || true
                pkill -KILL -P "$pid" || true
                kill -KILL "$pid" 2>/dev/null || true
                [ -n "$first" ]
            }
            """;
    private static final int PATIENCE_MINUTES = 4;

    private final RunningSuite suite;
    private final Path folder;

    /** @param folder where the commands are run, with what a checkout has */
    PageScript(RunningSuite suite, Path folder) {
        this.suite = suite;
        this.folder = folder;
    }

    /** What the commands put out, with a line "done" when none of them failed. */
    String run(DocumentedPage page, boolean withKcat) throws IOException, InterruptedException {
        Set<Way> ways = withKcat ? EnumSet.of(Way.WHOLE, Way.FOLLOWED, Way.KCAT) : EnumSet.of(Way.WHOLE, Way.FOLLOWED);
        StringBuilder script = new StringBuilder(PROLOGUE);
        for (Block block : page.blocks(ways).toList()) {
            script.append("block=").append(block.line()).append('\n');
            if (block.way() == Way.WHOLE) {
                script.append(here(block.text())).append('\n');
            } else {
                Path file = Files.writeString(folder.resolve("block-" + block.line() + ".sh"), here(block.text()));
                script.append("follow ").append(file).append('\n');
            }
        }
        return outputOf(script.append("printf '\\ndone\\n'\n").toString());
    }

    private String here(String commands) throws IOException {
        return commands.replace("http://localhost:8080", suite.address())
                .replace("localhost:8080", suite.address().replaceFirst("^http://", ""))
                .replace("localhost:18101", suite.bootstrap());
    }

    private String outputOf(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("page.sh"), script);
        Path output = folder.resolve("page.out");
        ProcessBuilder builder = new ProcessBuilder("bash", file.toString()).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(Map.of("ATLAS_URL", suite.address(), "ATLAS_KEY", suite.key("admin")));
        Process shell = builder.start();
        boolean ended = shell.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
        return Files.readString(output, StandardCharsets.UTF_8) + (ended ? "" : "\nit does not end");
    }
}
