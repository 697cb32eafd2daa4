package atlas.local.push;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The command as the person would type it again, to the same server with the same key. */
record CommandLineAgain(List<String> beginning) {

    private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+=-]+", Pattern.UNICODE_CHARACTER_CLASS);

    CommandLineAgain {
        beginning = List.copyOf(beginning);
    }

    String with(String... arguments) {
        List<String> words = new ArrayList<>(beginning);
        words.addAll(List.of(arguments));
        return words.stream().map(CommandLineAgain::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
