package atlas.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import atlas.events.outbox.DatabaseAddress;
import atlas.events.outbox.Leadership;

/** The part of CONTRIBUTING.md that a machine can hold, over the classes of every module. */
@AnalyzeClasses(packages = "atlas", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] SERVICES = { "atlas.county..", "atlas.statelaw..", "atlas.scoring..", "atlas.gateway.." };

    private static final String SCOPES = "jakarta.annotation.security.RolesAllowed";

    private static final DescribedPredicate<JavaCall<?>> ASK_THE_MACHINE_FOR_THE_TIME = DescribedPredicate.describe(
            "now() without a clock", call -> call.getName().equals("now") && call.getTarget().getRawParameterTypes().isEmpty()
                    && (call.getTargetOwner().isEquivalentTo(Instant.class)
                            || call.getTargetOwner().isEquivalentTo(LocalDate.class)
                            || call.getTargetOwner().isEquivalentTo(LocalDateTime.class)
                            || call.getTargetOwner().isEquivalentTo(OffsetDateTime.class)
                            || call.getTargetOwner().isEquivalentTo(ZonedDateTime.class)));

    @ArchTest
    static final ArchRule EVENTS_KNOW_NO_SERVICE = noClasses().that().resideInAPackage("atlas.events..")
            .should().dependOnClassesThat().resideInAnyPackage("atlas.county..", "atlas.statelaw..", "atlas.scoring..",
                    "atlas.gateway..",
                    "atlas.service..", "atlas.embedded..", "atlas.local..");

    @ArchTest
    static final ArchRule EVENTS_KNOW_NOTHING_OF_HTTP = noClasses().that().resideInAPackage("atlas.events..")
            .should().dependOnClassesThat().resideInAnyPackage("jakarta.ws.rs..", "io.vertx..");

    @ArchTest
    static final ArchRule THE_CONTRACT_KNOWS_NO_SERVICE = noClasses().that().resideInAPackage("atlas.service..")
            .should().dependOnClassesThat().resideInAnyPackage(SERVICES);

    @ArchTest
    static final ArchRule COUNTY_KNOWS_NO_OTHER_SERVICE = noClasses().that().resideInAPackage("atlas.county..")
            .should().dependOnClassesThat().resideInAnyPackage("atlas.statelaw..", "atlas.scoring..", "atlas.gateway..");

    @ArchTest
    static final ArchRule STATE_LAW_KNOWS_NO_OTHER_SERVICE = noClasses().that().resideInAPackage("atlas.statelaw..")
            .should().dependOnClassesThat().resideInAnyPackage("atlas.county..", "atlas.scoring..", "atlas.gateway..");

    @ArchTest
    static final ArchRule SCORING_KNOWS_NO_OTHER_SERVICE = noClasses().that().resideInAPackage("atlas.scoring..")
            .should().dependOnClassesThat().resideInAnyPackage("atlas.county..", "atlas.statelaw..", "atlas.gateway..");

    @ArchTest
    static final ArchRule THE_GATEWAY_HOLDS_NO_POLICY = noClasses().that().resideInAPackage("atlas.gateway..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("atlas.county..", "atlas.statelaw..", "atlas.scoring..");

    @ArchTest
    static final ArchRule ONLY_THE_FEED_OF_THE_GATEWAY_KNOWS_EVENTS = noClasses().that().resideInAPackage("atlas.gateway..")
            .and().resideOutsideOfPackage("atlas.gateway.feed..").should().dependOnClassesThat(
                    resideInAnyPackage("atlas.events", "atlas.events.outbox..", "atlas.events.consumer..")
                            .and(describe("tell more than who leads", type -> !type.isEquivalentTo(Leadership.class)
                                    && !type.isEquivalentTo(DatabaseAddress.class))));

    @ArchTest
    static final ArchRule ONLY_PAGES_KNOW_THE_PUBLISHED_CONTRACT = noClasses().that()
            .resideOutsideOfPackages("atlas.gateway.page..", "atlas.events.contract..").should().dependOnClassesThat()
            .resideInAPackage("atlas.events.contract..");

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_NO_FRAMEWORK = noClasses().that()
            .resideInAnyPackage("atlas.scoring.rubric..", "atlas.scoring.timeline..", "atlas.scoring.facts..")
            .and().haveSimpleNameNotEndingWith("Resource").and().haveSimpleNameNotEndingWith("Rubrics").should()
            .dependOnClassesThat().resideInAnyPackage("io.quarkus..", "jakarta.enterprise..", "jakarta.ws.rs..",
                    "java.sql..",
                    "javax.sql..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule TIME_IS_A_CLOCK = noClasses().that().resideInAnyPackage(SERVICES).or()
            .resideInAPackage("atlas.service..").or()
            .resideInAPackage("atlas.events..")
            .should().callCodeUnitWhere(ASK_THE_MACHINE_FOR_THE_TIME);

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING = noClasses().should()
            .haveNameMatching(".*(Impl|Manager|Utils?|Helper|Common|Dto|Processor|Info)")
            .orShould().haveNameMatching(".*\\.(Base|Abstract)[A-Z]\\w*");

    @ArchTest
    static final ArchRule BEANS_ARE_BUILT_BY_THEIR_CONSTRUCTORS = fields().should().notBeAnnotatedWith("jakarta.inject.Inject");

    @ArchTest
    static final ArchRule RESOURCES_OWN_NO_TRANSACTION = noClasses().that().haveSimpleNameEndingWith("Resource")
            .should().beAnnotatedWith("jakarta.transaction.Transactional");

    @ArchTest
    static final ArchRule RESOURCE_METHODS_OWN_NO_TRANSACTION = noMethods().that().areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Resource").should().beAnnotatedWith("jakarta.transaction.Transactional");

    @ArchTest
    static final ArchRule RESOURCES_ARE_GUARDED = classes().that().areAnnotatedWith("jakarta.ws.rs.Path")
            .and(are(resideInAnyPackage("atlas.county..", "atlas.statelaw..", "atlas.scoring..")))
            .should().beAnnotatedWith("io.quarkus.security.Authenticated").orShould().beAnnotatedWith(SCOPES);

    @ArchTest
    static final ArchRule WRITES_NAME_THEIR_SCOPES = methods().that().areAnnotatedWith("jakarta.ws.rs.POST").or()
            .areAnnotatedWith("jakarta.ws.rs.PUT").or().areAnnotatedWith("jakarta.ws.rs.DELETE")
            .should(be(describe("open to named scopes only, or marked x-anonymous because they keep nothing",
                    method -> method.isAnnotatedWith(SCOPES) || method.getOwner().isAnnotatedWith(SCOPES)
                            || isAnonymous(method))));

    @ArchTest
    static final ArchRule ENTITIES_HAVE_VERBS_NOT_SETTERS = noMethods().that().areDeclaredInClassesThat()
            .areAnnotatedWith("jakarta.persistence.Entity").should().haveNameMatching("set[A-Z].*");

    /** The mark by which the gateway lets a request without a key through. */
    private static boolean isAnonymous(JavaMethod method) {
        return method.tryGetAnnotationOfType("org.eclipse.microprofile.openapi.annotations.Operation").flatMap(
                operation -> operation.get("extensions")).stream().flatMap(extensions -> Stream.of((Object[]) extensions))
                .anyMatch(extension -> ((JavaAnnotation<?>) extension).get("name").filter("x-anonymous"::equals).isPresent());
    }
}
