package trastienda.desktop;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
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

import javafx.application.Platform;
import javafx.concurrent.Task;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses DESKTOP =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("trastienda.desktop");

    private static final DescribedPredicate<JavaClass> FEATURES =
            describe(
                    "features",
                    type ->
                            type.getPackageName().startsWith("trastienda.desktop.")
                                    && !type.getPackageName()
                                            .startsWith("trastienda.desktop.platform"));

    @Test
    void thePlatformKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage("trastienda.desktop.platform..")
                .should()
                .dependOnClassesThat(FEATURES)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("trastienda.desktop")
                .because("every screen stands on the platform")
                .allowEmptyShould(true)
                .check(DESKTOP);
    }

    @Test
    void featuresDoNotLeanOnEachOtherInACircle() {
        slices().matching("trastienda.desktop.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a circle of features is one feature in disguise")
                .allowEmptyShould(true)
                .check(DESKTOP);
    }

    @Test
    void thePlatformsRoomsDoNotLeanOnEachOtherInACircle() {
        slices().matching("trastienda.desktop.platform.(*)..")
                .should()
                .beFreeOfCycles()
                .because("each part of the kit can be read alone")
                .allowEmptyShould(true)
                .check(DESKTOP);
    }

    @Test
    void theDesktopKnowsNoServer() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("trastienda.server..", "org.jdbi..", "java.sql..")
                .because("the desktop talks HTTP and WebSocket only")
                .allowEmptyShould(true)
                .check(DESKTOP);
    }

    @Test
    void viewModelsKnowNoControl() {
        classes()
                .that()
                .haveNameMatching(".*ViewModel(\\$.*)?")
                .should()
                .onlyDependOnClassesThat(
                        describe(
                                "are no part of a toolkit but javafx.beans and javafx.collections",
                                type ->
                                        !type.getPackageName().startsWith("javafx")
                                                || type.getPackageName().startsWith("javafx.beans")
                                                || type.getPackageName()
                                                        .startsWith("javafx.collections")))
                .because("a view model is tried without a window")
                .allowEmptyShould(true)
                .check(DESKTOP);
    }

    @Test
    void threadsAreStartedInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("trastienda.desktop.platform.fx..")
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .orShould()
                .callConstructor(Thread.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class, String.class)
                .orShould()
                .callMethod(Thread.class, "ofVirtual")
                .orShould()
                .callMethod(Thread.class, "ofPlatform")
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Task.class)
                .because("Background is the only way off the window's thread and back")
                .allowEmptyShould(true)
                .check(DESKTOP);
    }

    @Test
    void noStaticFieldChanges() {
        fields().that(
                        are(
                                describe(
                                        "static and ours",
                                        field ->
                                                field.getModifiers().contains(JavaModifier.STATIC)
                                                        && !field.getModifiers()
                                                                .contains(JavaModifier.SYNTHETIC))))
                .should()
                .beFinal()
                .because("state lives in objects that are handed over, never in a class")
                .allowEmptyShould(true)
                .check(DESKTOP);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Dto|DTO|Data)(\\$.*)?")
                .because("such names say nothing; STYLE's rule 8")
                .allowEmptyShould(true)
                .check(DESKTOP);
    }
}
