package eifexplorer.review.suspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuspectDetectorsTest {
  @Test
  void whatDetectorsShareIsGivenBackAndComputedAgain() {
    SuspectInputs inputs = new SuspectWorld(3, 17, 30).inputs();
    JobContext quiet = JobContext.unattended();
    int[] order = scores("whitened", inputs).order();
    DiscriminantFit shared = inputs.discriminantFit(quiet);
    assertSame(shared, inputs.discriminantFit(quiet));

    inputs.forget();

    assertNotSame(shared, inputs.discriminantFit(quiet));
    assertArrayEquals(order, scores("whitened", inputs).order());
  }

  private static SuspectScores scores(String id, SuspectInputs inputs) {
    return SuspectDetectors.byId(id).scores(inputs, JobContext.unattended());
  }

  @Test
  void labelsThatFitNothingComeFirst() {
    SuspectWorld world = new SuspectWorld(3, 17, 30);
    SuspectInputs inputs = world.inputs();
    for (String id :
        List.of(
            "noise-model",
            "discriminant",
            "whitened",
            "whitened-knn",
            "centroid",
            "ridge",
            "knn",
            "loss",
            "aum",
            "out-of-fold",
            "logistic")) {
      int[] order = scores(id, inputs).order();
      Set<Integer> first = new HashSet<>(List.of(order[0], order[1], order[2]));
      assertEquals(Set.of(3, 17, 30), first, id);
    }
  }

  /**
   * Squares of the features, near 1e30 and 1e-30, are beyond single precision. Influence alone has a unit: it is the model's
   * own step.
   */
  @ParameterizedTest
  @ValueSource(floats = {0x1p100f, 0x1p-100f})
  void noScoreDependsOnTheUnitOfTheFeatures(float unit) {
    SuspectInputs usual = new SuspectWorld(3, 17, 30).inputs();
    SuspectInputs extreme = new SuspectWorld(unit, 3, 17, 30).inputs();
    for (SuspectDetector detector : SuspectDetectors.all()) {
      if (!Set.of("harmful", "eif-group").contains(detector.id())) {
        double[] expected = values(scores(detector.id(), usual));
        assertArrayEquals(
            expected,
            values(scores(detector.id(), extreme)),
            learnsAnew(detector) ? .05 * Arrays.stream(expected).map(Math::abs).max().orElse(0) : 0,
            detector.id());
      }
    }
  }

  /** True if it trains on the features, near 1 in their own unit or brought there. */
  private static boolean learnsAnew(SuspectDetector detector) {
    return Set.of("aum", "tracin", "out-of-fold", "logistic").contains(detector.id());
  }

  private static double[] values(SuspectScores scores) {
    return IntStream.range(0, scores.size()).mapToDouble(scores::value).toArray();
  }

  @Test
  void wrongLabelsPullHarderAtTheWeights() {
    SuspectScores scores = scores("tracin", new SuspectWorld(3, 17, 30).inputs());
    double all = 0;
    for (int i = 0; i < scores.size(); i++) {
      all += scores.value(i);
    }
    double wrong = scores.value(3) + scores.value(17) + scores.value(30);
    assertTrue(wrong / 3 > 2 * all / scores.size(), wrong + " of " + all);
  }

  @Test
  void everyDetectorScoresEverySampleAndExplainsItself() {
    SuspectInputs inputs = new SuspectWorld(3, 17, 30).inputs();
    Set<String> ids = new HashSet<>();
    for (SuspectDetector detector : SuspectDetectors.all()) {
      SuspectScores scores = detector.scores(inputs, JobContext.unattended());
      assertEquals(SuspectWorld.CLASSES * SuspectWorld.PER_CLASS, scores.size(), detector.id());
      assertTrue(ids.add(detector.id()), detector.id());
      assertTrue(detector.info().measures().endsWith("."), detector.id());
      assertTrue(detector.info().measures().endsWith("."), detector.id());
      assertFalse(detector.format(scores.value(0)).isBlank(), detector.id());
    }
  }

  @Test
  void theWrongLabelIsAmongTheMostHarmfulOfItsPairs() {
    SuspectScores harmful = scores("harmful", new SuspectWorld(3).inputs());
    assertEquals("1 pair", SuspectDetectors.byId("harmful").format(1));
    double all = 0;
    for (int i = 0; i < harmful.size(); i++) {
      all += harmful.value(i);
    }
    assertTrue(all > 0 && all % 1 == 0, "pairs counted: " + all);
  }

  @Test
  void theSameFileUnderTwoLabelsIsFound(@TempDir Path folder) throws IOException {
    Path one = Files.write(folder.resolve("one.png"), new byte[] {1, 2, 3});
    Path same = Files.write(folder.resolve("same.png"), new byte[] {1, 2, 3});
    Path sameClass = Files.write(folder.resolve("same_class.png"), new byte[] {1, 2, 3});
    Path other = Files.write(folder.resolve("other.png"), new byte[] {1, 2, 4});
    SuspectScores scores =
        scores(
            "duplicate",
            new SuspectWorld()
                .withImage(0, one)
                .withImage(1, sameClass)
                .withImage(12, same)
                .withImage(24, other)
                .withImage(25, folder.resolve("missing.png"))
                .inputs());
    double[] expected = new double[scores.size()];
    expected[0] = 1;
    expected[1] = 1;
    expected[12] = 2;
    assertArrayEquals(expected, values(scores));
  }

  @Test
  void eachClassIsSpreadOverTheFolds() {
    int[] labels = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
    int[] folds = OutOfFold.folds(labels, 2);
    boolean[][] seen = new boolean[2][OutOfFold.FOLDS];
    for (int i = 0; i < labels.length; i++) {
      seen[labels[i]][folds[i]] = true;
    }
    for (boolean[] ofClass : seen) {
      assertArrayEquals(new boolean[] {true, true, true, true, true}, ofClass);
    }
  }

  @Test
  void aLabelIsConfidentAboveItsClassesMean() {
    OutOfFold answers = new OutOfFold(new int[] {0, 0, 1, 1}, 2);
    answers.answer(0, new double[] {.9, .1});
    answers.answer(1, new double[] {.2, .8});
    answers.answer(2, new double[] {.3, .7});
    answers.answer(3, new double[] {.45, .55});
    assertArrayEquals(new boolean[] {false, true, false, false}, answers.confidentlyOther());
    assertEquals(.2, answers.confidence(1));
  }

  @Test
  void anUnknownDetectorNamesThoseThereAre() {
    String message =
        assertThrows(ProblemException.class, () -> SuspectDetectors.byId("magic")).getMessage();
    assertTrue(
        message.startsWith("detector is magic. Allowed: default, quick, centroid, ridge, "),
        message);
  }

  @Test
  void aCancelledRunStops() {
    SuspectInputs inputs = new SuspectWorld().inputs();
    assertThrows(
        JobCancelledException.class,
        () -> SuspectDetectors.run(List.of("centroid"), inputs, new Cancelled()));
  }

  private static final class Cancelled implements JobContext {
    @Override
    public void progress(long done, long total, String unit) {}

    @Override
    public void log(String line) {}

    @Override
    public boolean cancelled() {
      return true;
    }
  }
}
