package atlas.scoring.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.service.place.StateCode;
import io.quarkus.runtime.Startup;

/** The foreign-born population of every state, read once at the start. */
@ApplicationScoped
@Startup
public class ForeignBornCensus {

    private static final String FILE = "/population/foreign-born-acs-2006-2010.csv";
    private static final String HEADER = "state,foreign_born,population_2010";
    private static final Pattern ROW = Pattern.compile("([A-Z]{2}),([0-9]{1,9}),([1-9][0-9]{0,8})");

    private final Map<String, ForeignBorn> byState;

    public ForeignBornCensus() {
        this.byState = read(lines());
    }

    /** Every state has one. */
    public ForeignBorn of(String state) {
        return byState.get(state);
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException if a state is missing, stands twice or cannot be read: totals would be wrong
     */
    static Map<String, ForeignBorn> read(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException("the foreign-born population must begin with the line " + HEADER);
        }
        Map<String, ForeignBorn> byState = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            Matcher row = ROW.matcher(line);
            if (!row.matches() || !StateCode.all().contains(row.group(1))) {
                throw new IllegalArgumentException("no foreign-born population of a state can be read from: " + line);
            }
            long foreignBorn = Long.parseLong(row.group(2));
            long population = Long.parseLong(row.group(3));
            if (foreignBorn > population
                    || byState.put(row.group(1), ForeignBorn.of(foreignBorn, population)) != null) {
                throw new IllegalArgumentException("the foreign-born population of a state stands twice or exceeds its whole: "
                        + line);
            }
        }
        if (!byState.keySet().containsAll(StateCode.all())) {
            throw new IllegalArgumentException("the foreign-born population has " + byState.size() + " states of "
                    + StateCode.all().size());
        }
        return Map.copyOf(byState);
    }

    private static List<String> lines() {
        try (InputStream file = ForeignBornCensus.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no file of the name: " + FILE);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the foreign-born population cannot be read", e);
        }
    }
}
