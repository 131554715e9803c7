package eifexplorer;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import eifexplorer.problem.RegularFile;
import java.io.File;
import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "eifexplorer.";

  /** Each may use only those before it, and the support packages. */
  private static final List<String> FEATURES =
      List.of(
          "dataset",
          "image",
          "embedding",
          "projection",
          "training",
          "confusion",
          "influence",
          "review",
          "experiment",
          "export",
          "model",
          "run",
          "session",
          "retrain",
          "project",
          "benchmark");

  private static final List<String> SUPPORT =
      List.of("problem", "array", "job", "workspace", "math", "engine");

  /** Each is known by {@code app} only. */
  private static final List<String> SCREENS =
      List.of("ui.explore", "ui.review", "ui.map", "ui.train", "ui.experiment", "ui.workspace");

  /** All that a screen may use of the window. */
  private static final List<String> SHARED_BY_SCREENS =
      List.of("ui.kit", "ui.photo", "ui.jobs", "ui.marks", "ui.screen");

  /** All of the program that an executor of a cluster may load: it has no display, and no file of the user's. */
  private static final List<String> ON_EXECUTORS =
      List.of(
          "problem",
          "array",
          "job",
          "workspace",
          "math",
          "engine",
          "djl",
          "dataset",
          "image",
          "embedding",
          "projection",
          "training",
          "confusion",
          "influence",
          "review",
          "experiment",
          "export",
          "model",
          "run",
          "session");

  private static JavaClasses classes;

  @BeforeAll
  static void readClasses() {
    // Of what others wrote, only names and what is a collection or a stream are asked for.
    classes =
        ArchConfiguration.withThreadLocalScope(
            configuration -> {
              configuration.setClassResolver(SelectedClassResolverFromClasspath.class);
              configuration.setClassResolverArguments("java.util", "javafx.collections");
              return new ClassFileImporter()
                  .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                  .importPackages("eifexplorer");
            });
  }

  private static String[] packages(List<String> names) {
    return names.stream().map(n -> ROOT + n + "..").toArray(String[]::new);
  }

  @Test
  void classesAreFound() {
    assertTrue(classes.size() > 100, "Only " + classes.size() + " classes were read");
  }

  @Test
  void featuresLookBackOnly() {
    for (int i = 0; i < FEATURES.size() - 1; i++) {
      noClasses()
          .that()
          .resideInAPackage(ROOT + FEATURES.get(i) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages(FEATURES.subList(i + 1, FEATURES.size())))
          .check(classes);
    }
  }

  @Test
  void supportKnowsNoFeature() {
    noClasses()
        .that()
        .resideInAnyPackage(packages(SUPPORT))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(FEATURES))
        .check(classes);
  }

  @Test
  void mathKnowsNothingButTheComputePool() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "math..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(List.of("problem", "array", "workspace", "engine")))
        .check(classes);
  }

  @Test
  void featuresAndSupportKnowNoShell() {
    noClasses()
        .that()
        .resideInAnyPackage(
            packages(
                Stream.concat(FEATURES.stream(), SUPPORT.stream()).collect(Collectors.toList())))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(List.of("app", "cli", "ui", "djl", "spark")))
        .check(classes);
  }

  /** In some locales digits are others, and files get names and numbers that nobody finds again. */
  @Test
  void nothingIsFormattedInWhateverLocaleThereIs() {
    noClasses()
        .should()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .check(classes);
  }

  @Test
  void slicesHaveNoCycles() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void javafxIsUsedInTheWindowOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(packages(List.of("ui", "app")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..")
        .check(classes);
  }

  /** A closed set, so that nothing in it leads elsewhere by a detour. */
  @Test
  void whatRunsOnExecutorsLeadsToNoWindow() {
    noClasses()
        .that()
        .resideInAnyPackage(packages(ON_EXECUTORS))
        .should()
        .dependOnClassesThat(
            resideInAPackage("javafx..")
                .or(
                    resideInAPackage("eifexplorer..")
                        .and(not(resideInAnyPackage(packages(ON_EXECUTORS))))))
        .check(classes);
  }

  @Test
  void theTensorRuntimeIsUsedInOnePackageOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "djl..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.djl..")
        .check(classes);
  }

  @Test
  void theTensorRuntimeIsChosenInTheCompositionRootOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(packages(List.of("djl", "app", "spark")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "djl..")
        .check(classes);
  }

  @Test
  void theWindowKnowsNoScreen() {
    noClasses()
        .that()
        .resideInAnyPackage(packages(List.of("ui.shell", "ui.screen")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(SCREENS))
        .check(classes);
  }

  @Test
  void screensKnowNeitherTheWindowNorEachOther() {
    for (String screen : SCREENS) {
      noClasses()
          .that()
          .resideInAPackage(ROOT + screen + "..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(ROOT + "ui..")
                  .and(not(resideInAPackage(ROOT + screen + "..")))
                  .and(not(resideInAnyPackage(packages(SHARED_BY_SCREENS)))))
          .check(classes);
    }
  }

  @Test
  void whatScreensShareKnowsNoScreenAndNoWindow() {
    noClasses()
        .that()
        .resideInAnyPackage(packages(SHARED_BY_SCREENS))
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "ui..")
                .and(not(resideInAnyPackage(packages(SHARED_BY_SCREENS)))))
        .check(classes);
  }

  @Test
  void everyPackageOfTheWindowIsAScreenOrSharedOrTheShell() {
    List<String> known =
        Stream.of(
                SCREENS,
                SHARED_BY_SCREENS,
                List.of(
                    "ui.guide", "ui.present", "ui.tour", "ui.settings", "ui.shell", "ui.benchmark"))
            .flatMap(List::stream)
            .toList();
    classes()
        .that()
        .resideInAPackage(ROOT + "ui..")
        .should()
        .resideInAnyPackage(packages(known))
        .check(classes);
  }

  @Test
  void viewModelsTouchNoNodes() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..")
        .check(classes);
  }

  @Test
  void threadsAreMadeInJobOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "job..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.Executors")
        .orShould()
        .callConstructor(Thread.class, Runnable.class)
        .check(classes);
  }

  /** Reading a pipe or a device may never end. */
  @Test
  void filesAreOpenedWhereOnlyFilesAre() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(RegularFile.class.getName())
        .should()
        .callMethodWhere(
            target(owner(type(Files.class)))
                .and(
                    target(
                        nameMatching(
                            "newInputStream|newBufferedReader|readString|readAllBytes|readAllLines|lines"))))
        .orShould()
        .callConstructor(ZipFile.class, File.class)
        .orShould()
        .callConstructor(FileInputStream.class, File.class)
        .check(classes);
  }

  @Test
  void kernelsUseThePoolThatHasTheThreadSetting() {
    ComputeThreadsTest.NO_COMMON_POOL.check(classes);
    ComputeThreadsTest.ONLY_THE_ROOT_SETS_THREADS.check(classes);
  }

  @Test
  void theFxThreadIsReachedFromTwoPackagesOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "ui.jobs..", ROOT + "ui.kit..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("javafx.application.Platform")
        .check(classes);
  }

  @Test
  void controlsFxIsUsedInThePackageOfBuildingBlocksOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "ui.kit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.controlsfx..", "impl.org.controlsfx..")
        .check(classes);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cli..")
        .and()
        // it has nothing else to speak with when the program's own classes can't be read
        .doNotHaveSimpleName("Launcher")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(classes);
  }

  @Test
  void classesLiveBelowTheRoot() {
    classes().should().resideInAPackage("eifexplorer..").check(classes);
  }

  @Test
  void everyPackageIsExplained() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/eifexplorer"))) {
      List<Path> bare =
          files
              .filter(p -> p.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .filter(p -> !p.endsWith("eifexplorer"))
              .filter(p -> !Files.exists(p.resolve("package-info.java")))
              .toList();
      assertTrue(bare.isEmpty(), "No package-info.java in " + bare);
    }
  }
}
