package eifexplorer.review.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CopiesTest {
  /** Rows 0 and 1 are trained on, rows 2 to 5 are test images 0 to 3. */
  private static final ImageDataset DATASET =
      new ImageDataset(
          "d",
          Optional.empty(),
          List.of(new ClassLabel(0, 1, "a"), new ClassLabel(1, 2, "b"), new ClassLabel(2, 3, "c")),
          2,
          List.of(new Sample("0", 0, Split.TRAIN), new Sample("1", 1, Split.TRAIN)),
          List.of(
              new Sample("t0", 2, Split.TEST),
              new Sample("t1", 1, Split.TEST),
              new Sample("t2", 1, Split.TEST),
              new Sample("t3", 1, Split.TEST)),
          List.of(),
          Optional.empty());

  private static final Copies COPIES =
      Copies.of(
          DATASET,
          List.of(
              new CopyLink(1, 5, CopyKind.SAME_FILE, 1),
              new CopyLink(2, 3, CopyKind.SAME_FILE, 1),
              new CopyLink(3, 4, CopyKind.CROP, .9)));

  @Test
  void linkedImagesAreOneGroupTwoLabelsFirst() {
    assertEquals(
        List.of("[t0, t1, t2] CROP true test", "[1, t3] SAME_FILE false training and test"),
        COPIES.groups().stream()
            .map(
                g ->
                    g.images().stream().map(i -> i.sample().path()).toList()
                        + " "
                        + g.kind()
                        + " "
                        + g.isUnderTwoLabels()
                        + " "
                        + g.place())
            .toList());
  }

  @Test
  void aPairOfOneGroupIsOnePhotographOnceForBothWays() {
    ConfusionPair pair = new ConfusionPair(0, 2, 2, 1, .1);
    ConfusionPair back = new ConfusionPair(2, 0, 1, 2, .1);
    ConfusionPair other = new ConfusionPair(0, 3, 2, 1, .1);

    assertEquals(1, COPIES.count(List.of(pair, back, other)));
    assertFalse(COPIES.of(other).isPresent());
  }
}
