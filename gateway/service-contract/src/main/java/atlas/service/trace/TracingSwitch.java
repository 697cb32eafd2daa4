package atlas.service.trace;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;

/**
 * Has nothing traced unless somebody says where traces go: without an endpoint there is no exporter, and nobody tries to reach
 * one.
 */
public final class TracingSwitch implements ConfigSourceFactory {

    private static final List<String> ENDPOINTS = List.of("quarkus.otel.exporter.otlp.endpoint",
            "quarkus.otel.exporter.otlp.traces.endpoint");
    static final String OFF = "quarkus.otel.sdk.disabled";
    /** Below what an operator says. */
    private static final int ORDINAL = 200;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean on = ENDPOINTS.stream().map(context::getValue).anyMatch(TracingSwitch::isSaid);
        return List.of(new PropertiesConfigSource(Map.of(OFF, Boolean.toString(!on)), "tracing switch", ORDINAL));
    }

    /** The platform's own defaults are at the very end. */
    private static boolean isSaid(ConfigValue value) {
        return value != null && value.getValue() != null && !value.getValue().isBlank() && value.getConfigSourceOrdinal() > 0;
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }
}
