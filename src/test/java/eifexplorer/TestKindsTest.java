package eifexplorer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Names decide when a test runs: {@code *Test} in {@code mvn test}, {@code *IT} and the long ones that the build's file lists
 * in {@code mvn verify} only.
 */
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

  /** One that was renamed would be a short one again. */
  @Test
  void everyLongTestIsThere() throws IOException {
    Matcher listed =
        Pattern.compile("<long.tests>%regex\\[\\.\\*/\\((.*)\\)Test")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertTrue(listed.find());
    List<String> names = Stream.of(listed.group(1).split("\\|")).map(n -> n + "Test").toList();
    List<String> there = tests.stream().map(JavaClass::getSimpleName).toList();

    assertEquals(List.of(), names.stream().filter(name -> !there.contains(name)).toList());
  }
}
