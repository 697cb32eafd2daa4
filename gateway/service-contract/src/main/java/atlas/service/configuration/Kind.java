package atlas.service.configuration;

/** What a value must be, in words that a refusal can use. */
public enum Kind {

    TEXT("a text", "county"),
    SECRET("a text of at least 32 characters that nobody can guess", "the output of openssl rand -base64 32"),
    KEY_OF_32_BYTES("a key of 32 bytes in base 64", "the output of openssl rand -base64 32"),
    SWITCH("true or false", "true"),
    NUMBER("a whole number", "500"),
    PORT("a port from 0 (any free one) to 65535", "8080"),
    SHARE("a share from 0 to 1", "0.3"),
    DURATION("a duration", "500ms, 10s, 7d or PT1H30M"),
    DURATIONS("a list of durations separated by commas", "5s,5m,2h"),
    SIZE("a size in bytes, with K or M for more", "16K"),
    NAMES("a list of names separated by commas", "one,two"),
    CHOICE("one of a few words", "INFO"),
    ZONE("a time zone by its name", "America/New_York"),
    URL("an absolute http or https address without query", "https://atlas.example"),
    JDBC_URL("the address of a PostgreSQL database", "jdbc:postgresql://host:5432/name"),
    SERVERS("a list of brokers as host:port, separated by commas", "kafka-1:9092,kafka-2:9092"),
    READABLE_FILE("a file that can be read", "/run/secrets/name"),
    PRIVATE_KEY("a file with a private key of the curve P-256 in PEM form (PKCS#8)", "/run/secrets/signing.pem"),
    PUBLIC_KEY("a file with a public key of the curve P-256 in PEM form", "/run/secrets/verifying.pem"),
    WRITABLE_FILE("a file in a folder that can be written to", "/run/atlas/first-key"),
    FOLDER("a folder that can be written to, or made", "/var/lib/atlas");

    private final String expected;
    private final String example;

    Kind(String expected, String example) {
        this.expected = expected;
        this.example = example;
    }

    public String expected() {
        return expected;
    }

    public String example() {
        return example;
    }
}
