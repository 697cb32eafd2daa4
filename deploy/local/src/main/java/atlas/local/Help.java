package atlas.local;

import picocli.CommandLine.Option;

/** That every command tells what it does. */
public final class Help {

    @Option(names = { "-h", "--help" }, usageHelp = true, description = "show this and exit")
    boolean wanted;
}
