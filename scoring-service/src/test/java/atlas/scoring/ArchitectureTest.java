package atlas.scoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
            .importPackages("atlas.scoring");

    @Test
    void engineKnowsNoFramework() {
        classes().that().resideInAnyPackage("..facts..", "..timeline..", "..rubric..", "..nation..")
                .and().haveSimpleNameNotEndingWith("Resource").and().doNotHaveSimpleName("Rubrics")
                .and().doNotHaveSimpleName("CurrentNation")
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "atlas.events", "atlas.scoring..",
                        "org.eclipse.microprofile.openapi.annotations..", "com.fasterxml.jackson.annotation..")
                .check(CLASSES);
    }

    @Test
    void eachLayerKnowsOnlyThoseBeneath() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .layer("facts").definedBy("..scoring.facts..")
                .layer("rubric").definedBy("..scoring.rubric..")
                .layer("timeline").definedBy("..scoring.timeline..")
                .layer("nation").definedBy("..scoring.nation..")
                .layer("applying").definedBy("..scoring.applying..")
                .layer("moment").definedBy("..scoring.moment..")
                .layer("tables").definedBy("..scoring.tables..")
                .layer("answers").definedBy("..scoring.county..", "..scoring.state..", "..scoring.freshness..",
                        "..scoring.statistics..", "..scoring.changes..", "..scoring.simulation..", "..scoring.nextsteps..",
                        "..scoring.ending..", "..scoring.published..", "..scoring.frontier..", "..scoring.rebuild..",
                        "..scoring.fingerprint..", "..scoring.bulk..")
                .whereLayer("answers").mayNotBeAccessedByAnyLayer()
                .whereLayer("applying").mayOnlyBeAccessedByLayers("answers")
                .whereLayer("tables").mayOnlyBeAccessedByLayers("answers")
                .whereLayer("moment").mayOnlyBeAccessedByLayers("tables", "answers")
                .whereLayer("nation").mayOnlyBeAccessedByLayers("moment", "tables", "applying", "answers")
                .whereLayer("timeline").mayOnlyBeAccessedByLayers("nation", "moment", "applying", "answers")
                .whereLayer("rubric").mayOnlyBeAccessedByLayers("timeline", "nation", "moment", "tables", "applying", "answers")
                .check(CLASSES);
    }

    @Test
    void timeIsAskedOfAClock() {
        noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now")
                .orShould().callMethod(Clock.class, "systemUTC").orShould().callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses().should().haveNameMatching(".*(Impl|Manager|Utils?|Helper|Common|Base|Abstract|Dto|Data|Info|Processor)$")
                .check(CLASSES);
    }
}
