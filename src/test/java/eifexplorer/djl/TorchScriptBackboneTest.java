package eifexplorer.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.engine.Backbone;
import eifexplorer.engine.FeatureMaps;
import eifexplorer.engine.Pooling;
import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchScriptBackboneTest {
  private static DjlEngine engine;

  @TempDir Path folder;

  @BeforeAll
  static void load() {
    engine = Reference.engine();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void aFeatureMapIsPooledAndNormalised() throws IOException {
    Path file = program("torch.mul(x, 2.)");
    float[] images = {1, 2, 3, 4, 10, 20, 30, 40, -1, -2, -3, -4};
    try (Backbone backbone = engine.openTorchScript(file, Pooling.MAX, false)) {
      assertEquals("torchscript-3/max/plain", backbone.spec().describe());
      assertArrayEquals(new float[] {8, 80, -2}, backbone.features(images, 1, 2, 2));
    }
    try (Backbone backbone = engine.openTorchScript(file, Pooling.AVERAGE, true)) {
      float[] expected = {-0.4877f, 1.3934f, -0.9057f};
      assertArrayEquals(expected, backbone.features(images, 1, 2, 2), 1e-3f);
    }
  }

  @Test
  void theFeatureMapItselfIsGiven() throws IOException {
    Path file = program("torch.mul(x, 2.)");
    float[] images = {1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60, -1, -2, -3, -4, -5, -6};
    try (Backbone backbone = engine.openTorchScript(file, Pooling.MAX, true)) {
      FeatureMaps maps = backbone.featureMaps(images, 1, 2, 3);

      assertEquals(List.of(3, 2, 3), List.of(maps.channels(), maps.rows(), maps.columns()));
      assertEquals(120, maps.at(0, 1, 5));
    }
  }

  @Test
  void featuresPooledAlreadyHaveNoMap() throws IOException {
    Path file = program("torch.mean(x, [2, 3])");
    try (Backbone backbone = engine.openTorchScript(file, Pooling.MAX, false)) {
      ProblemException refused =
          assertThrows(ProblemException.class, () -> backbone.featureMaps(new float[12], 1, 2, 2));

      assertTrue(refused.getMessage().contains("pooled already"), refused.getMessage());
    }
  }

  @Test
  void pooledFeaturesAreTakenAsTheyAre() throws IOException {
    Path file = program("torch.mean(x, [2, 3])");
    try (Backbone backbone = engine.openTorchScript(file, Pooling.MAX, false)) {
      float[] images = {1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6};
      assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, backbone.features(images, 2, 1, 2));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch.mean(x)", "torch.reshape(x, [7, 7])", "torch.nonsense(x)"})
  void aProgramThatGivesNoFeaturesIsRefused(String expression) throws IOException {
    Path file = program(expression);
    assertThrows(ProblemException.class, () -> engine.openTorchScript(file, Pooling.MAX, false));
  }

  /** As a network traced with a linear layer behind its last map is: of one size. */
  @Test
  void aProgramOfAFixedSizeIsAskedInThatSize() throws IOException {
    Path file = program("torch.mean(torch.reshape(x, [-1, 3, 12544]), [2])");
    try (Backbone backbone = engine.openTorchScript(file, Pooling.MAX, false)) {
      assertEquals(3, backbone.featureSize());
      assertEquals(3, backbone.features(new float[3 * 112 * 112], 1, 112, 112).length);
    }
  }

  @Test
  void featuresThatGrowWithTheImageAreRefused() throws IOException {
    Path file = program("torch.flatten(x, 1)");
    try (Backbone backbone = engine.openTorchScript(file, Pooling.MAX, false)) {
      ProblemException refused =
          assertThrows(ProblemException.class, () -> backbone.features(new float[24], 2, 2, 2));

      assertEquals(
          "The TorchScript program gives images of 2×2 pixels 12 features, others 150528",
          refused.what());
    }
  }

  @Test
  void whatTheProgramSaysOfItsFailureIsSaid() throws IOException {
    Path file = program("torch.reshape(x, [7, 7])");

    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> engine.openTorchScript(file, Pooling.MAX, false));

    assertEquals(
        "The file is no TorchScript program that takes images (shape '[7, 7]' is invalid for input"
            + " of size 150528)",
        refused.what());
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch.save(x, \"stolen\")", "torch.from_file(\"/etc/passwd\")"})
  void aProgramThatReachesFilesIsRefusedBeforeItRuns(String expression) throws IOException {
    Path file = program(expression);
    ProblemException problem =
        assertThrows(
            ProblemException.class, () -> engine.openTorchScript(file, Pooling.MAX, false));
    assertTrue(problem.getMessage().contains("it is not run"), problem.getMessage());
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("model.pt"), "no program");
    assertThrows(ProblemException.class, () -> engine.openTorchScript(file, Pooling.MAX, false));
  }

  private Path program(String expression) throws IOException {
    return TorchScriptFile.write(folder.resolve("model.pt"), expression);
  }
}
