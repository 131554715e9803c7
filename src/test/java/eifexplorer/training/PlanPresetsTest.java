package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanPresetsTest {
  static Stream<String> names() {
    return PlanPresets.names().stream();
  }

  @Test
  void everyFileOfTheFolderIsNamed() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("config"))) {
      Set<String> names =
          files
              .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(names, new TreeSet<>(PlanPresets.names()));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyPresetReadsAndWritesItself(String name) {
    TrainingPlan plan = PlanPresets.plan(name);

    assertEquals(plan, PlanFile.parse(PlanFile.toJson(plan), "again"));
  }

  @Test
  void thePapersRecipeIsTheReferences() {
    TrainingPlan plan = PlanPresets.plan("inshop_ProxyNCA_prob_orig");

    assertEquals(96, plan.batches().size());
    assertEquals(45, plan.epochs() + plan.warmUpEpochs());
    assertEquals(1.0, plan.optimiser().epsilon());
    assertEquals(400, plan.optimiser().proxyRate());
    assertEquals(LossSpec.PROXY_NCA, plan.loss());
  }

  @Test
  void theNearestPresetStandsInForDataSetsAndLossesWithoutOne() {
    assertEquals(
        PlanPresets.plan("cars_frozen_SoftTriple"),
        PlanPresets.nearest("cars", "_frozen_", "SoftTriple"));
    assertEquals(
        PlanPresets.plan("cub_reweight_SoftTriple"),
        PlanPresets.nearest("folder", "_reweight_", "SoftTriple"));
    assertEquals(
        PlanPresets.plan("inshop_ProxyNCA_prob_orig"),
        PlanPresets.nearest("inshop", "_", "ArcFace"));
    assertEquals(
        PlanPresets.plan("cub_ProxyNCA_prob_orig"), PlanPresets.nearest("csv", "_", "ArcFace"));
  }

  @Test
  void anUnknownNameIsRefused() {
    assertThrows(ProblemException.class, () -> PlanPresets.plan("../pom"));
  }
}
