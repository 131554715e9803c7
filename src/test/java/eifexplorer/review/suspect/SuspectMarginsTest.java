package eifexplorer.review.suspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.SelectedRows;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuspectMarginsTest {
  private static final JobContext QUIET = JobContext.unattended();

  private final SuspectInputs inputs = new SuspectWorld(3, 17, 40).inputs();
  private final MatrixMath math = inputs.math();

  /** Some of the samples. */
  private record Part(FeatureMatrix rows, int[] labels) {}

  private Part part(int from, int to) {
    return new Part(
        SelectedRows.of(inputs.bundle().trainFeatures(), IntStream.range(from, to).toArray()),
        Arrays.copyOfRange(inputs.bundle().trainLabels(), from, to));
  }

  /** From the sums of parts that begin at these samples. */
  private SuspectMargins.Of inParts(int... starts) {
    EmbeddingHead head = inputs.bundle().head();
    List<Part> parts =
        IntStream.range(0, starts.length)
            .mapToObj(p -> part(starts[p], p + 1 < starts.length ? starts[p + 1] : inputs.size()))
            .toList();
    MarginSums sums =
        parts.stream()
            .map(p -> MarginSums.of(p.rows(), p.labels(), head, inputs.classCount(), math))
            .reduce(MarginSums::plus)
            .orElseThrow();
    MarginSpread spread =
        parts.stream()
            .map(p -> MarginSpread.of(p.rows(), p.labels(), sums, math, QUIET))
            .reduce(MarginSpread::plus)
            .orElseThrow();
    SuspectMargins margins = SuspectMargins.of(sums, spread, math);
    RelabelScale scale =
        RelabelScale.of(
            parts.stream()
                .map(p -> margins.labelFits(p.rows(), p.labels(), head, math, QUIET))
                .toList());
    return SuspectMargins.Of.joined(
        parts.stream()
            .map(p -> margins.of(p.rows(), p.labels(), head, scale, math, QUIET))
            .toList());
  }

  @Test
  void marginsOfPartsAreThoseOfTheDetectors() {
    Map<String, SuspectScores> found = inParts(0, 5, 6, 31).scores();

    assertEquals(List.copyOf(RankWeights.QUICK.weights().keySet()), List.copyOf(found.keySet()));
    for (Map.Entry<String, SuspectScores> entry :
        SuspectDetectors.run(found.keySet(), inputs, QUIET).entrySet()) {
      assertArrayEquals(
          values(entry.getValue()), values(found.get(entry.getKey())), 1e-5, entry.getKey());
    }
  }

  @Test
  void theOrderIsTheDefaultOne() {
    Map<String, SuspectScores> expected =
        SuspectDetectors.run(RankWeights.QUICK.weights().keySet(), inputs, QUIET);

    assertArrayEquals(
        RankWeights.QUICK.combine(expected).order(),
        RankWeights.QUICK.combine(inParts(0, 20).scores()).order());
  }

  @Test
  void theLikeliestLabelsOfPartsAreThoseThatAreSuggested() {
    RelabelSuggestions expected = RelabelSuggestions.of(inputs, QUIET);

    SuspectMargins.Of found = inParts(0, 6, 11);

    for (int i = 0; i < inputs.size(); i++) {
      RelabelSuggestion of = expected.of(i, 2);
      assertEquals(rounded(of), rounded(found.suggestion(i, of.given(), of.byNeighbours())));
    }
  }

  private static RelabelSuggestion rounded(RelabelSuggestion suggestion) {
    return new RelabelSuggestion(
        suggestion.trainIndex(),
        suggestion.given(),
        suggestion.byMargins().stream()
            .map(of -> new LabelLikelihood(of.label(), Math.round(of.probability() * 1e5)))
            .toList(),
        suggestion.byNeighbours());
  }

  private static double[] values(SuspectScores scores) {
    return IntStream.range(0, scores.size()).mapToDouble(scores::value).toArray();
  }
}
