package atlas.service.configuration;

/**
 * A key with the value that a service was given for it.
 *
 * @param label the key as whoever set it wrote it: a variable, or a property
 * @param origin where it was set, in words
 * @param ownFile whether it was set by the file inside the service
 * @param unresolved whether the value refers to another setting that is not there
 */
record Setting(Key key, String value, String label, String origin, boolean ownFile, boolean unresolved) {

    private static final String HIDDEN = "(not shown)";

    /** For a refusal; a secret is not shown. */
    @Override
    public String toString() {
        String shown = key.secret() ? HIDDEN
                : "\"" + value.replaceAll("(?i)(password=)[^&]*", "$1…").replaceAll("\\R", " ") + "\"";
        return label + " is " + shown + " (" + origin + ")";
    }
}
