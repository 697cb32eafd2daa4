package atlas.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * Something that a service answers, as its classes declare it: published or not.
 *
 * @param path with something in the place of each variable
 */
record ServiceRoute(String method, String path, String mediaType) {

    private static final String REST = "jakarta.ws.rs.";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

    /** All routes of the resources in a package and those below it. */
    static List<ServiceRoute> in(String root) {
        List<ServiceRoute> routes = new ArrayList<>();
        for (JavaClass resource : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root)) {
            if (resource.isAnnotatedWith(REST + "Path")) {
                for (JavaMethod method : resource.getMethods()) {
                    METHODS.stream().filter(verb -> method.isAnnotatedWith(REST + verb))
                            .forEach(verb -> routes.add(of(verb, resource, method)));
                }
            }
        }
        return routes;
    }

    private static ServiceRoute of(String verb, JavaClass resource, JavaMethod method) {
        String path = value(resource, "Path").orElse("") + "/" + value(method, "Path").orElse("");
        String filled = path.replaceAll("/+", "/").replaceAll("\\{[^}]*}", "24031").replaceAll("/$", "");
        return new ServiceRoute(verb, filled, value(method, "Consumes").or(() -> value(resource, "Consumes"))
                .orElse("application/json"));
    }

    private static Optional<String> value(CanBeAnnotated element, String annotation) {
        return element.isAnnotatedWith(REST + annotation)
                ? annotations(element).stream().filter(one -> one.getRawType().getName().equals(REST + annotation)).findFirst()
                        .flatMap(one -> one.get("value")).map(value -> value instanceof Object[] many ? many[0] : value)
                        .map(String::valueOf)
                : Optional.empty();
    }

    private static Set<? extends JavaAnnotation<?>> annotations(CanBeAnnotated element) {
        return element instanceof JavaClass type ? type.getAnnotations() : ((JavaMethod) element).getAnnotations();
    }
}
