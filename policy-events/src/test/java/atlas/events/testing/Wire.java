package atlas.events.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import atlas.events.EventIds;

/** Events as texts, as they stand on the topics. */
public final class Wire {

    private static final String ID = "01890a5d-0000-7000-8000-000000000001";
    private static final String COUNTY = "24031";

    private Wire() {
    }

    /** The text that shows every field of a type of event. */
    public static String example(String name) {
        try (InputStream text = Wire.class.getResourceAsStream("/events/" + name + ".json")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new event of a county's registration. */
    public static String county(String fips) {
        return fresh("county-registered").replace(COUNTY, fips);
    }

    /** A new event of a policy of a county. */
    public static String policy(String fips, String title) {
        return fresh("policy-changed").replace(COUNTY, fips).replace("Executive Order 135-19", title);
    }

    /** A new event of a state's law for some factor in one county. */
    public static String law(String fips, String title) {
        return fresh("law-changed").replace("48201", fips).replace("SB 4", title);
    }

    private static String fresh(String name) {
        return example(name).replace(ID, EventIds.next().toString());
    }
}
