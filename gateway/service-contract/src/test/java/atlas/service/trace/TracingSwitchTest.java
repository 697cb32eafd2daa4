package atlas.service.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class TracingSwitchTest {

    private static final String ENDPOINT = "quarkus.otel.exporter.otlp.endpoint";

    @Test
    void nothingIsTracedUnlessSomebodySaysWhereTo() {
        assertEquals("true", off(Map.of(), 300));
        assertEquals("true", off(Map.of(ENDPOINT, "http://localhost:4317"), Integer.MIN_VALUE + 100), "the platform's default");
        assertEquals("false", off(Map.of(ENDPOINT, "http://collector:4317"), 300));
        assertEquals("false", off(Map.of("quarkus.otel.exporter.otlp.traces.endpoint", "http://collector:4317"), 250));
        assertEquals("true", off(Map.of(ENDPOINT, "http://collector:4317", "quarkus.otel.sdk.disabled", "true"), 300),
                "who says so has the last word");
    }

    private static String off(Map<String, String> said, int ordinal) {
        return new SmallRyeConfigBuilder().withSources(new PropertiesConfigSource(said, "said", ordinal))
                .withSources(new TracingSwitch()).build().getRawValue("quarkus.otel.sdk.disabled");
    }
}
