package trastienda.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses SERVER =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("trastienda.server");

    private static final DescribedPredicate<JavaClass> FEATURES =
            describe(
                    "features",
                    type ->
                            type.getPackageName().startsWith("trastienda.server.")
                                    && !type.getPackageName()
                                            .startsWith("trastienda.server.platform"));

    private static final DescribedPredicate<JavaClass> OUTSIDE_PLATFORM =
            describe(
                    "of a feature or the wiring",
                    type ->
                            type.getPackageName().equals("trastienda.server")
                                    || FEATURES.test(type));

    @Test
    void thePlatformKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage("trastienda.server.platform..")
                .should()
                .dependOnClassesThat(OUTSIDE_PLATFORM)
                .because("every feature stands on the platform; it declares what it needs of them")
                .check(SERVER);
    }

    @Test
    void noFeatureKnowsTheWiring() {
        noClasses()
                .that(are(FEATURES))
                .should()
                .dependOnClassesThat(resideInAPackage("trastienda.server"))
                .because("ServerApp wires the features, never the other way round")
                .allowEmptyShould(true)
                .check(SERVER);
    }

    @Test
    void featuresDoNotLeanOnEachOtherInACircle() {
        slices().matching("trastienda.server.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a circle of features is one feature in disguise")
                .check(SERVER);
    }

    @Test
    void thePlatformsRoomsDoNotLeanOnEachOtherInACircle() {
        slices().matching("trastienda.server.platform.(*)..")
                .should()
                .beFreeOfCycles()
                .because("each of the platform's ideas can be read alone")
                .check(SERVER);
    }

    @Test
    void aFeatureIsOneFlatFolder() {
        classes()
                .that(are(FEATURES))
                .should()
                .resideInAPackage("trastienda.server.*")
                .because("package-private keeps other features out only in a flat folder")
                .allowEmptyShould(true)
                .check(SERVER);
    }

    @Test
    void theServerKnowsNoDesktop() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("trastienda.desktop..", "javafx..")
                .because("arrows go desktop → shared ← server")
                .check(SERVER);
    }

    @Test
    void onlyRoutesAndThePlatformSpeakHttp() {
        noClasses()
                .that(are(FEATURES))
                .and()
                .haveNameNotMatching(".*(Routes|Feature|Socket)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.javalin..")
                .because("rules and repositories can be read and tested without a server")
                .allowEmptyShould(true)
                .check(SERVER);
    }

    @Test
    void onlyRepositoriesAndThePlatformSpeakSql() {
        noClasses()
                .that(are(FEATURES))
                .and()
                .haveNameMatching(".*Routes(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "java.sql..")
                .because("a route holds permission and parsing, nothing else")
                .allowEmptyShould(true)
                .check(SERVER);
    }

    @Test
    void noStaticFieldChanges() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .andShould()
                .haveRawType(
                        describe(
                                "that does not change",
                                type ->
                                        !type.getName().startsWith("java.util.concurrent.atomic")
                                                && !type.getName()
                                                        .startsWith("java.util.Concurrent")
                                                && !type.getName().equals("java.lang.ThreadLocal")))
                .because("state lives in objects that are handed over, never in a class")
                .check(SERVER);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Dto|DTO|Data)(\\$.*)?")
                .because("such names say nothing; STYLE's rule 8")
                .check(SERVER);
    }
}
