package eifexplorer.ui.explore.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.confusion.QueryRetrieval;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.retrain.ReweightComparison;
import eifexplorer.retrain.ReweightOutcome;
import eifexplorer.retrain.ReweightOutcome.PairChange;
import eifexplorer.ui.testing.SampleSession;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WhatIfResultTest {
  private static final EmbeddingHead HEAD = new EmbeddingHead(new float[] {1}, new float[] {0});

  private static final QueryRetrieval FOUND = new QueryRetrieval(1, 2);

  private static WhatIfResult result(double[] changes, double[] controls) {
    WhatIfQuestion question =
        new WhatIfQuestion("", "20 harmful left out", List.of(), null, null, List.of());
    return WhatIfResult.of(
        SampleSession.of(Optional.empty()),
        question,
        null,
        new ReweightComparison(outcomes(changes, 0.66), outcomes(controls, 0.67)));
  }

  private static List<ReweightOutcome> outcomes(double[] changes, double recall) {
    return IntStream.range(0, changes.length)
        .mapToObj(
            seed ->
                new ReweightOutcome(
                    seed,
                    HEAD,
                    List.of(
                        new PairChange(
                            new TestPair(0, 1), 0.3, 0.3 + changes[seed] - 0.01, FOUND, FOUND),
                        new PairChange(
                            new TestPair(2, 3), 0.5, 0.5 + changes[seed] + 0.01, FOUND, FOUND)),
                    0.675,
                    recall + 0.01 * seed))
        .toList();
  }

  @Test
  void theSentenceHoldsBothAgainstEachOther() {
    WhatIfResult result = result(new double[] {0.1, 0.12, 0.14}, new double[] {-0.01, 0, 0.01});

    assertEquals(
        "Pushed apart by 0.120 ± 0.020 in 3 of 3 seeds; random sets of the same size: 0.000 ±"
            + " 0.010.",
        result.sentence());
    assertEquals(
        "Distance 0.400 before. R@1 67.5 % → 67.0 % ± 1.0 %; random sets: 68.0 %",
        result.recallText());
  }

  @Test
  void whatIsFixedIsToldOfAllPairsAndOfEachTrial() {
    WhatIfResult result = result(new double[] {0.1, 0.12}, new double[] {0, 0.01});

    assertEquals(
        "0.0 of 2 pairs fixed, by random sets 0.0 (mean of 2 seeds); rank 2 → 2", result.fixText());
    assertEquals("0", result.rightText(1));
  }

  @Test
  void pairsMayBePulledTogether() {
    WhatIfResult result = result(new double[] {-0.1, 0.02, -0.1}, new double[] {0, 0, 0});

    assertEquals(
        "Pulled together by 0.060 ± 0.069 in 2 of 3 seeds; random sets of the same size: 0.000 ±"
            + " 0.000.",
        result.sentence());
  }
}
