package atlas.service.configuration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Judges the values that a service was given, each for itself and against those that it must agree with. */
final class ValueCheck {

    private static final String ZERO = "0";
    /** Kinds that must be more than nothing, where their key does not say otherwise. */
    private static final Set<Kind> POSITIVE = Set.of(Kind.NUMBER, Kind.DURATION, Kind.SIZE);

    private final Settings settings;
    private final List<String> problems = new ArrayList<>();

    ValueCheck(Settings settings) {
        this.settings = settings;
    }

    /** One line for each that is wrong. */
    List<String> problems() {
        settings.keys().forEach(key -> settings.of(key.name()).filter(setting -> !isLeftEmpty(setting))
                .ifPresentOrElse(this::check, () -> missing(key)));
        settings.keys().forEach(this::compare);
        return problems;
    }

    /** As compose files do it for what may be unset. */
    private static boolean isLeftEmpty(Setting setting) {
        return setting.value().isBlank() && setting.key().byDefault() == null;
    }

    private void missing(Key key) {
        if (key.required()) {
            problems.add(key.variable() + " is not set: " + expected(key)
                    + (key.secret() ? "; or set " + key.fileVariable() + " to a file that holds it" : ""));
        }
    }

    private void check(Setting setting) {
        Key key = setting.key();
        if (key.fixed()) {
            if (!setting.ownFile()) {
                problems.add(setting + ": that is decided when the service is built, unset it");
            }
            return;
        }
        if (setting.unresolved()) {
            problems.add(setting + ": it refers to a setting that is not there; \\${ stands for the characters themselves");
            return;
        }
        try {
            Object value = Values.read(key, setting.value());
            if (!isWithin(key, value)) {
                problems.add(setting + ": " + expected(key));
            }
        } catch (RuntimeException e) {
            // a message of a library may repeat a secret
            String why = e instanceof UnfitException && !e.getMessage().isEmpty() ? e.getMessage() + "; " : "";
            problems.add(setting + ": " + why + expected(key));
        }
    }

    private static boolean isWithin(Key key, Object value) {
        if (value instanceof List<?> all) {
            return all.stream().noneMatch(Duration.ZERO::equals);
        }
        boolean nothing = POSITIVE.contains(key.kind()) && key.atLeast() == null && !isLess(Values.read(key, ZERO), value);
        return !nothing && (key.atLeast() == null || !isLess(value, Values.read(key, key.atLeast())))
                && (key.atMost() == null || !isLess(Values.read(key, key.atMost()), value));
    }

    private void compare(Key key) {
        Optional<Object> value = valid(key.name());
        for (String other : Stream.of(key.notAbove(), key.below()).filter(name -> name != null).toList()) {
            Optional<Object> limit = valid(other);
            boolean met = value.isEmpty() || limit.isEmpty() || isLess(value.get(), limit.get())
                    || key.below() == null && !isLess(limit.get(), value.get());
            if (!met) {
                problems.add("%s (%s) must be %s %s (%s)".formatted(settings.label(key.name()), text(key.name()),
                        key.below() == null ? "no more than" : "less than", settings.label(other), text(other)));
            }
        }
    }

    private String text(String name) {
        return settings.value(name).orElse("");
    }

    private Optional<Object> valid(String name) {
        try {
            return settings.keys().stream().filter(key -> key.name().equals(name)).findFirst()
                    .flatMap(key -> settings.value(name).map(text -> Values.read(key, text)));
        } catch (RuntimeException e) {
            return Optional.empty(); // said already
        }
    }

    @SuppressWarnings("unchecked")
    private static boolean isLess(Object one, Object other) {
        return one instanceof Comparable<?> && ((Comparable<Object>) one).compareTo(other) < 0;
    }

    private static String expected(Key key) {
        boolean choice = key.oneOf() != null;
        return "expected is " + (choice ? "one of " + String.join(", ", key.oneOf()) : key.kind().expected()) + bounds(key)
                + (choice ? "" : ", for example " + Optional.ofNullable(key.byDefault()).orElse(key.kind().example()));
    }

    private static String bounds(Key key) {
        String least = key.atLeast() == null ? POSITIVE.contains(key.kind()) ? ", more than 0" : ""
                : ", at least " + key.atLeast();
        return least + (key.atMost() == null ? "" : ", at most " + key.atMost());
    }
}
