package eifexplorer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Names decide when a test runs: {@code *Test} in {@code mvn test}, {@code *IT} in {@code mvn verify} only. */
class TestKindsTest {
  private static JavaClasses tests;

  @BeforeAll
  static void readClasses() {
    tests =
        ArchConfiguration.withThreadLocalScope(
            configuration -> {
              configuration.setResolveMissingDependenciesFromClassPath(false);
              return new ClassFileImporter()
                  .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                  .importPackages("eifexplorer");
            });
  }

  @Test
  void everyTestRuns() {
    methods()
        .that()
        .areAnnotatedWith(Test.class)
        .or()
        .areAnnotatedWith(ParameterizedTest.class)
        .should()
        .beDeclaredInClassesThat()
        .haveNameMatching(".*(Test|IT)")
        .check(tests);
  }

  @Test
  void theWindowIsOpenedByIntegrationTestsOnly() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Test")
        .should()
        .transitivelyDependOnClassesThat()
        .resideInAPackage("org.testfx..")
        .check(tests);
  }
}
