package trastienda.shared;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import java.util.TreeSet;

class ArchitectureTest {
    private static final JavaClasses SHARED =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("trastienda.shared");

    @Test
    void theContractKnowsNeitherServerNorDesktop() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("trastienda.server..", "trastienda.desktop..")
                .because("arrows go desktop → shared ← server")
                .check(SHARED);
    }

    @Test
    void theContractUsesNoFrameworkButJacksonAndThePhoneLibrary() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "trastienda.shared..",
                        "java..",
                        "com.fasterxml.jackson.annotation..",
                        "tools.jackson..",
                        "com.google.i18n.phonenumbers..",
                        "org.jspecify.annotations..")
                .because("whoever reads the contract should need nothing else")
                .check(SHARED);
    }

    @Test
    void theContractDoesNoInputOrOutput() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.net.http..",
                        "java.sql..",
                        "javax..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File|InputStream|OutputStream|Reader|Writer).*")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(Socket|URL|URLConnection)")
                .because("a rule that reads or sends cannot be the same on both ends")
                .check(SHARED);
    }

    @Test
    void noStaticFieldChanges() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .because("state lives in objects that are handed over, never in a class")
                .check(SHARED);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Dto|DTO|Data)(\\$.*)?")
                .because("such names say nothing; STYLE's rule 8")
                .check(SHARED);
    }

    @Test
    void everyFeatureIsOneFlatFolder() {
        var packages = new TreeSet<String>();
        for (JavaClass type : SHARED) {
            packages.add(type.getPackageName());
        }
        assertThat(packages)
                .as("shared.X and nothing below it")
                .allMatch(name -> name.split("\\.").length == 3);
    }
}
