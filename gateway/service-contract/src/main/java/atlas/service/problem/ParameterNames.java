package atlas.service.problem;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import org.jboss.resteasy.reactive.RestQuery;

/**
 * Reads parameters of our value types, of enumerations, and of types that the framework would read in ways that nobody means:
 * so that a refusal names the parameter as the caller wrote it. Without it, the framework answers 404 to a bad query parameter,
 * takes "yes" for false and "1-1-1-1-1" for an id.
 */
@Provider
public class ParameterNames implements ParamConverterProvider {

    private static final Strict<Boolean> TRUE_OR_FALSE = new Strict<>("true|false", "must be true or false", Boolean::valueOf);
    private static final Map<Class<?>, Strict<?>> STRICT = Map.of(boolean.class, TRUE_OR_FALSE, Boolean.class, TRUE_OR_FALSE,
            UUID.class,
            new Strict<>(IdText.FORM, "must be an id such as 0197a000-0000-7000-8000-000000000001", UUID::fromString));

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        String name = name(annotations);
        if (type.isEnum()) {
            return new Reader<>(type, value -> constant(type, value, name), name);
        }
        if (name != null && STRICT.containsKey(type)) {
            return new Reader<>(type, value -> strict(type, value, name), name);
        }
        try {
            Method read = type.getPackageName().startsWith("atlas.") ? type.getMethod("fromString", String.class) : null;
            return read == null ? null : new Reader<>(type, value -> call(type, read, value), name);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static <T> T constant(Class<T> type, String value, String name) {
        return Arrays.stream(type.getEnumConstants()).filter(one -> ((Enum<?>) one).name().equals(value)).findFirst()
                .orElseThrow(() -> ProblemException.invalid(name == null ? type.getSimpleName() : name, "must be one of "
                        + Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "))));
    }

    @SuppressWarnings("unchecked") // the map has readers of the type that they stand for; primitives are boxed
    private static <T> T strict(Class<T> type, String value, String name) {
        Strict<?> strict = STRICT.get(type);
        if (!value.matches(strict.form())) {
            throw ProblemException.invalid(name, strict.refusal());
        }
        return (T) strict.reading().of(value);
    }

    private static <T> T call(Class<T> type, Method read, String value) {
        try {
            return type.cast(read.invoke(null, value));
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("fromString of " + type + " is not public", e);
        }
    }

    private static String name(Annotation[] annotations) {
        for (Annotation annotation : annotations == null ? new Annotation[0] : annotations) {
            if (annotation instanceof RestQuery query && !query.value().isEmpty()) {
                return query.value();
            }
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
            if (annotation instanceof HeaderParam header) {
                return header.value();
            }
            if (annotation instanceof PathParam path) {
                return path.value();
            }
        }
        return null;
    }

    private interface Reading<T> {
        T of(String value);
    }

    /** A type of which only one spelling is taken. */
    private record Strict<T>(String form, String refusal, Reading<T> reading) {
    }

    private record Reader<T>(Class<T> type, Reading<T> reading, String name) implements ParamConverter<T> {

        @Override
        public T fromString(String value) {
            try {
                return reading.of(value);
            } catch (ProblemException refusal) {
                boolean renamed = name != null && refusal.errors().size() == 1;
                throw renamed ? ProblemException.invalid(name, refusal.errors().get(0).message()) : refusal;
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
