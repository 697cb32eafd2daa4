package atlas.configuration;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Every key of ours that the code of all modules reads, found in its bytecode. */
final class ReadKeys {

    private static final String MAPPING = "io.smallrye.config.ConfigMapping";
    private static final String DEFAULT = "io.smallrye.config.WithDefault";
    private static final String PROPERTY = "org.eclipse.microprofile.config.inject.ConfigProperty";
    private static final Set<String> BUILD_CONDITIONS = Set.of("io.quarkus.arc.properties.IfBuildProperty",
            "io.quarkus.arc.properties.UnlessBuildProperty");
    private static final String UNSET = "org.eclipse.microprofile.config.configproperty.unconfigureddvalue";

    private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("atlas");

    Stream<ReadKey> all() {
        return Stream.of(mapped(), injected(), conditions()).flatMap(keys -> keys)
                .filter(key -> key.name().startsWith("atlas."));
    }

    private Stream<ReadKey> mapped() {
        return classes.stream().filter(type -> type.isAnnotatedWith(MAPPING))
                .flatMap(type -> members(type, value(type.getAnnotationOfType(MAPPING), "prefix").orElseThrow(), type));
    }

    private static Stream<ReadKey> members(JavaClass type, String prefix, JavaClass reader) {
        return type.getMethods().stream().filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                .flatMap(method -> member(method, prefix + "." + dashed(method.getName()), reader));
    }

    private static Stream<ReadKey> member(JavaMethod method, String name, JavaClass reader) {
        JavaClass type = method.getRawReturnType();
        if (type.isInterface() && type.getPackageName().startsWith("atlas.")) {
            return members(type, name, reader);
        }
        String byDefault = method.tryGetAnnotationOfType(DEFAULT).flatMap(found -> value(found, "value")).orElse(null);
        return Stream.of(new ReadKey(name, read(method.getReturnType()), byDefault, reader.getName()));
    }

    private Stream<ReadKey> injected() {
        return classes.stream().flatMap(type -> type.getCodeUnits().stream()).map(JavaCodeUnit::getParameters)
                .flatMap(parameters -> parameters.stream().filter(one -> one.isAnnotatedWith(PROPERTY)))
                .map(ReadKeys::injected);
    }

    private static ReadKey injected(JavaParameter parameter) {
        JavaAnnotation<?> annotation = parameter.getAnnotationOfType(PROPERTY);
        String byDefault = value(annotation, "defaultValue").filter(text -> !text.equals(UNSET)).orElse(null);
        return new ReadKey(value(annotation, "name").orElseThrow(), read(parameter.getType()), byDefault,
                parameter.getOwner().getOwner().getName());
    }

    /** What is decided when a service is built. */
    private Stream<ReadKey> conditions() {
        return classes.stream().flatMap(type -> annotations(type).map(annotation -> new ReadKey(
                value(annotation, "name").orElseThrow(), "boolean", null, type.getName())));
    }

    private static Stream<? extends JavaAnnotation<?>> annotations(HasAnnotations<?> owner) {
        return owner.getAnnotations().stream()
                .filter(annotation -> BUILD_CONDITIONS.contains(annotation.getRawType().getName()));
    }

    private static Optional<String> value(JavaAnnotation<?> annotation, String name) {
        return annotation.tryGetExplicitlyDeclaredProperty(name).map(Object::toString);
    }

    private static String read(JavaType type) {
        if (type instanceof JavaParameterizedType outer && outer.toErasure().isEquivalentTo(Optional.class)) {
            return outer.getActualTypeArguments().get(0).getName();
        }
        return type.getName();
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
