package eifexplorer.retrain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.training.PlanPresets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReweightRequestTest {
  private static final int[] LABELS = IntStream.range(0, 60).map(i -> i % 3).toArray();

  private final ReweightRequest request =
      new ReweightRequest(
          IntStream.range(0, 60).mapToDouble(i -> i < 10 ? 0 : i < 15 ? 2 : 1).toArray(),
          Map.of(3, 1, 20, 0),
          List.of(new TestPair(0, 1)),
          List.of(0L, 1L),
          PlanPresets.nearest("cub", "_reweight_", "ProxyNCA_prob_orig"));

  @Test
  void whatIsChangedIsSaidInWords() {
    assertEquals("5 images counted × 2, 10 images left out, 2 images relabelled", request.text());
    assertEquals(
        "1 image counted × 0.5",
        new ReweightRequest(new double[] {1, 0.5}, Map.of(), List.of(), List.of(0L), request.plan())
            .text());
  }

  @Test
  void theControlHasTheSameWeightsElsewhere() {
    ReweightRequest control = request.atRandom(LABELS, 3, 7);

    double[] sorted = control.weights().clone();
    Arrays.sort(sorted);
    double[] expected = request.weights().clone();
    Arrays.sort(expected);
    assertArrayEquals(expected, sorted);
    assertNotEquals(Arrays.toString(request.weights()), Arrays.toString(control.weights()));
    assertEquals(List.of(7L), control.seeds());
  }

  @Test
  void theControlRelabelsAsManyAndNoneToItsOwn() {
    for (long seed = 0; seed < 20; seed++) {
      Map<Integer, Integer> labels = request.atRandom(LABELS, 3, seed).labels();
      assertEquals(2, labels.size());
      labels.forEach((index, label) -> assertNotEquals(LABELS[index], label));
    }
  }

  @Test
  void theSameSeedDrawsTheSame() {
    assertArrayEquals(
        request.atRandom(LABELS, 3, 5).weights(), request.atRandom(LABELS, 3, 5).weights());
  }
}
