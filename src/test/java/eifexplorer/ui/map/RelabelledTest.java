package eifexplorer.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.dataset.LabelChange;
import eifexplorer.dataset.Split;
import eifexplorer.review.revision.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelabelledTest {
  private static final Revision FIRST =
      revision(
          1,
          new LabelChange("1.jpg", "Wren", "Tit"),
          new LabelChange("2.jpg", "Wren", ""),
          new LabelChange("3.jpg", "Tit", "Wren"),
          new LabelChange("4.jpg", "Tit", "Wren", Split.TEST));
  private static final Revision SECOND =
      revision(
          2, new LabelChange("1.jpg", "Wren", "Tit"), new LabelChange("3.jpg", "Tit", "Finch"));

  private static Revision revision(int number, LabelChange... labels) {
    return new Revision(
        number, 0, "", Instant.EPOCH, List.of(), List.of(), List.of(labels), List.of(), "");
  }

  @Test
  void sinceTheDataSetsOwnLabelsEveryTrainingImageThatGotAnotherIsNamed() {
    assertEquals(
        Map.of("1.jpg", "Wren → Tit", "2.jpg", "Wren → excluded", "3.jpg", "Tit → Wren"),
        Relabelled.between(Revision.ORIGINAL, FIRST));
  }

  @Test
  void betweenTwoRevisionsWhatIsTheSameInBothIsNot() {
    assertEquals(
        Map.of("2.jpg", "excluded → Wren", "3.jpg", "Wren → Finch"),
        Relabelled.between(FIRST, SECOND));
  }

  @Test
  void backToTheDataSetsOwnLabelsItIsTheOtherWayRound() {
    assertEquals(
        Map.of("1.jpg", "Tit → Wren", "3.jpg", "Finch → Tit"),
        Relabelled.between(SECOND, Revision.ORIGINAL));
  }
}
