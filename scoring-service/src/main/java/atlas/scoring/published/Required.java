package atlas.scoring.published;

/** Refuses a file of published figures that leaves something out. */
final class Required {

    private Required() {
    }

    /** @throws IllegalArgumentException if the field is absent */
    static <T> T field(T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("published figures need the field: " + name);
        }
        return value;
    }
}
