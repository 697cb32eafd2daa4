package atlas.service.problem;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ParamConverter;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Finds all parameters of a request that cannot be read. The framework reads one after the other and stops at the first that it
 * cannot, so that a caller would learn of them one by one.
 */
final class ParameterErrors {

    private static final ParameterNames READERS = new ParameterNames();

    private final UriInfo request;
    private final List<FieldError> found = new ArrayList<>();

    private ParameterErrors(UriInfo request) {
        this.request = request;
    }

    /** What is wrong with the parameters of the method that the request is for, the one that was found first included. */
    static List<FieldError> of(Method method, UriInfo request, FieldError first) {
        ParameterErrors errors = new ParameterErrors(request);
        for (Parameter parameter : method.getParameters()) {
            errors.check(parameter, parameter.getName(), parameter.getParameterizedType());
        }
        return errors.with(first);
    }

    /** It may be among those found under another name: some value types have one of their own. */
    private List<FieldError> with(FieldError first) {
        if (found.stream().noneMatch(error -> error.field().equals(first.field()))) {
            found.stream().filter(error -> error.message().equals(first.message())).findFirst().ifPresent(found::remove);
            found.add(0, first);
        }
        return List.copyOf(found);
    }

    private void check(AnnotatedElement place, String name, Type type) {
        if (place.isAnnotationPresent(BeanParam.class)) {
            for (Field field : ((Class<?>) type).getDeclaredFields()) {
                check(field, field.getName(), field.getGenericType());
            }
            return;
        }
        for (Annotation annotation : place.getAnnotations()) {
            if (annotation instanceof RestQuery query) {
                read(named(query.value(), name), request.getQueryParameters(), type, place);
            } else if (annotation instanceof QueryParam query) {
                read(query.value(), request.getQueryParameters(), type, place);
            } else if (annotation instanceof RestPath path) {
                read(named(path.value(), name), request.getPathParameters(), type, place);
            } else if (annotation instanceof PathParam path) {
                read(path.value(), request.getPathParameters(), type, place);
            }
        }
    }

    private void read(String name, MultivaluedMap<String, String> given, Type type, AnnotatedElement place) {
        Type one = type instanceof ParameterizedType many ? many.getActualTypeArguments()[0] : type;
        ParamConverter<?> reader = one instanceof Class<?> known ? READERS.getConverter(known, one, place.getAnnotations())
                : null;
        for (String value : reader == null ? List.<String> of() : given.getOrDefault(name, List.of())) {
            try {
                reader.fromString(value);
            } catch (ProblemException refusal) {
                refusal.errors().stream().limit(1).map(error -> FieldError.parameter(name, error.message()))
                        .forEach(found::add);
            }
        }
    }

    private static String named(String stated, String otherwise) {
        return stated.isEmpty() ? otherwise : stated;
    }
}
