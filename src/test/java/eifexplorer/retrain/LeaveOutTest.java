package eifexplorer.retrain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.SessionBuilder;
import eifexplorer.testing.SmallBundle;
import eifexplorer.testing.SmallInputs;
import eifexplorer.training.LossSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeaveOutTest {
  private static final JobContext QUIET = JobContext.unattended();
  private final MatrixMath math = new JavaMatrixMath();
  private final EmbeddingBundle bundle = SmallBundle.proxyNca();
  private final ExplorerSession session =
      new SessionBuilder(math)
          .build("s", SmallInputs.of(bundle).dataset(), bundle, LossSpec.PROXY_NCA, "m", QUIET);
  private final LeaveOutTrials trials = new LeaveOut(math, "test");

  private SortedSet<Integer> ofClasses(int from) {
    int[] labels = bundle.trainLabels();
    return IntStream.range(0, labels.length)
        .filter(i -> labels[i] >= from)
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void withoutMostOfTheClassesRetrievalIsWorse() {
    LeaveOutOutcome outcome =
        trials.leaveOut(session, new LeaveOutRequest(ofClasses(2), List.of(4L)), QUIET);

    assertEquals(
        List.of(1, 1, 1),
        List.of(outcome.all().size(), outcome.without().size(), outcome.random().size()));
    HeadOutcome all = outcome.all().get(0);
    assertEquals(bundle.testLabels().length, all.nearest().length);
    assertEquals(session.pairs().size(), all.distances().length);
    long right =
        IntStream.range(0, all.nearest().length)
            .filter(i -> bundle.testLabels()[all.nearest()[i]] == bundle.testLabels()[i])
            .count();
    assertEquals((double) right / all.nearest().length, all.recallAt1(), 1e-12);
    assertTrue(outcome.without().get(0).mapAtR() < all.mapAtR());
  }

  @Test
  void theControlLeavesOutAsManyDrawnAnewForEachSeed() {
    LeaveOutRequest request = new LeaveOutRequest(new TreeSet<>(Set.of(1, 2, 3)), List.of(0L, 1L));

    double[] first = request.randomWeights(20, 0);
    assertEquals(3, Arrays.stream(first).filter(weight -> weight == 0).count());
    assertArrayEquals(first, request.randomWeights(20, 0));
    assertFalse(Arrays.equals(first, request.randomWeights(20, 1)));
    assertEquals(17, Arrays.stream(request.weights(20)).sum(), 1e-12);
  }

  @Test
  void oneClassAloneIsNothingToTrainOn() {
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> trials.leaveOut(session, new LeaveOutRequest(ofClasses(1), List.of(0L)), QUIET));
    assertEquals(
        "Without these images one class is left to train on: s. Leave at least two classes.",
        problem.getMessage());
  }

  @Test
  void anImageThatDoesNotExistIsRefused() {
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () ->
                trials.leaveOut(
                    session, new LeaveOutRequest(new TreeSet<>(Set.of(300)), List.of(0L)), QUIET));
    assertEquals("index of a training image is 300. Allowed: 0 to 299.", problem.getMessage());
  }
}
