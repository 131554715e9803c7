package eifexplorer.review.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.JobContext;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelabelSuggestionsTest {
  private final SuspectWorld world = new SuspectWorld(3, 17, 30);
  private final SuspectInputs inputs = world.inputs();
  private final RelabelSuggestions suggestions =
      RelabelSuggestions.of(inputs, JobContext.unattended());

  @Test
  void theTrueLabelIsSuggestedByBothWays() {
    for (int i : new int[] {3, 17, 30}) {
      RelabelSuggestion suggestion = suggestions.of(i, 3);
      assertEquals(world.truth()[i], suggestion.bestOther());
      assertEquals(world.truth()[i], suggestion.byNeighbours().get(0).label());
      assertTrue(suggestion.agree());
      assertEquals((world.truth()[i] + 1) % SuspectWorld.CLASSES, suggestion.given());
    }
  }

  @Test
  void anotherLabelIsPreferredWhereTheGivenOneIsWrongAlone() {
    assertEquals(
        List.of(3, 17, 30),
        IntStream.range(0, inputs.size())
            .filter(i -> suggestions.of(i, 2).prefersOther())
            .boxed()
            .toList());
  }

  @Test
  void probabilitiesFallAndSumToOne() {
    List<LabelLikelihood> all = suggestions.of(5, SuspectWorld.CLASSES).byMargins();
    double sum = 0;
    double last = 1;
    for (LabelLikelihood likely : all) {
      assertTrue(likely.probability() <= last, all.toString());
      last = likely.probability();
      sum += last;
    }
    assertEquals(1, sum, 1e-9);
  }

  /** Without its own label to hold against, the likeliest of the others would seem certain. */
  @Test
  void theOnlyImageOfAClassIsGivenNoOther() {
    int[] allButOne = IntStream.range(36, 47).toArray();
    RelabelSuggestion alone =
        RelabelSuggestions.of(new SuspectWorld(allButOne).inputs(), JobContext.unattended())
            .of(47, SuspectWorld.CLASSES);

    assertEquals(List.of(3, -1), List.of(alone.given(), alone.bestOther()));
  }

  @Test
  void wrongLabelsMakeTheProbabilitiesCareful() {
    double clean =
        RelabelSuggestions.of(new SuspectWorld().inputs(), JobContext.unattended()).temperature();
    assertTrue(suggestions.temperature() > clean, suggestions.temperature() + " and " + clean);
  }

  @Test
  void disagreementIsSaid() {
    RelabelSuggestion suggestion =
        new RelabelSuggestion(
            0, 2, List.of(new LabelLikelihood(1, .6)), List.of(new LabelLikelihood(2, .9)));
    assertTrue(!suggestion.agree());
  }

  @Test
  void typicalImagesAreNearestToTheirClass() {
    TypicalImages typical = TypicalImages.of(inputs, JobContext.unattended());
    List<Integer> first = typical.of(1, 11);
    assertTrue(first.stream().allMatch(i -> world.truth()[i] == 1), first.toString());
    assertEquals(11, first.size());
    // Sample 3 carries the label 1 and looks like class 0.
    assertEquals(3, typical.of(1, 12).get(typical.of(1, 12).size() - 1));
  }
}
