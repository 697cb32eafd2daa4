package atlas.service.configuration;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;

/** Reads values as the services do, only more strictly: what a converter would take for something else is refused. */
final class Values {

    private static final int SECRET = 32;
    private static final int KEY = 32;
    private static final int LARGEST_PORT = 65_535;
    private static final Pattern DATABASE = Pattern.compile("jdbc:postgresql://[^/?\\s]+/[^/?\\s]+(\\?\\S*)?");
    private static final Pattern SERVER = Pattern.compile("(\\[[0-9a-fA-F:]+]|[^:\\s/]+):(\\d{1,5})");

    private Values() {
    }

    /**
     * What the text says: of the kinds that have an order something that can be compared, of others the text.
     *
     * @throws RuntimeException when it is nothing of the kind; an {@link UnfitException} may say why
     */
    static Object read(Key key, String text) {
        return switch (key.kind()) {
            case NUMBER -> BigInteger.valueOf(Integer.parseInt(text));
            case PORT -> within(new BigDecimal(text), LARGEST_PORT).toBigIntegerExact();
            case SHARE -> within(new BigDecimal(text), 1);
            case SIZE -> new MemorySizeConverter().convert(text).asBigInteger();
            case DURATION -> duration(text);
            case DURATIONS -> parts(text).map(Values::duration).toList();
            case PRIVATE_KEY, PUBLIC_KEY, READABLE_FILE, WRITABLE_FILE, FOLDER -> Paths.read(key.kind(), text);
            default -> form(key, text);
        };
    }

    private static Object form(Key key, String text) {
        boolean right = switch (key.kind()) {
            case SECRET -> text.strip().length() >= SECRET;
            case KEY_OF_32_BYTES -> Base64.getDecoder().decode(text.strip()).length == KEY;
            case SWITCH -> switched(text) != null;
            case CHOICE -> key.oneOf().stream().anyMatch(text::equalsIgnoreCase);
            case ZONE -> isZone(text);
            case URL -> isWebAddress(URI.create(text));
            case JDBC_URL -> DATABASE.matcher(text).matches();
            case SERVERS -> parts(text).allMatch(Values::isServer);
            case NAMES -> parts(text).noneMatch(String::isEmpty);
            default -> true;
        };
        if (!right) {
            throw new UnfitException("");
        }
        return text;
    }

    /** Null for neither: the converter of the services would take that for false. */
    static Boolean switched(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> Boolean.TRUE;
            case "false", "no", "off", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** The parts of a list. */
    static Stream<String> parts(String text) {
        return Stream.of(text.split(",", -1)).map(String::strip);
    }

    private static Duration duration(String text) {
        Duration duration = DurationConverter.parseDuration(text);
        if (duration.isNegative()) {
            throw new UnfitException("");
        }
        return duration;
    }

    private static BigDecimal within(BigDecimal number, int most) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new UnfitException("");
        }
        return number;
    }

    private static boolean isZone(String text) {
        try {
            return !ZoneId.of(text).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isWebAddress(URI address) {
        return ("https".equals(address.getScheme()) || "http".equals(address.getScheme())) && address.getHost() != null
                && address.getRawUserInfo() == null && address.getRawQuery() == null && address.getRawFragment() == null;
    }

    private static boolean isServer(String text) {
        Matcher matcher = SERVER.matcher(text);
        return matcher.matches() && Integer.parseInt(matcher.group(2)) <= LARGEST_PORT;
    }
}
