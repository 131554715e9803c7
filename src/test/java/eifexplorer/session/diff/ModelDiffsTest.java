package eifexplorer.session.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.session.ExplorerSession;
import eifexplorer.testing.CancelAfter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelDiffsTest {
  /** a1 and b0 are taken for each other, d0 is alone and taken for a0. */
  private final ExplorerSession before =
      PlanarModel.with(
              "a0", 0, "a1", 10, "b0", 14, "b1", 90, "b2", 95, "c0", 180, "c1", 178, "d0", 320)
          .open("before", 2);

  /** In another order and three dimensions; b1 and c0 are taken for each other, d0 for c1, and there is one image more. */
  private final ExplorerSession after =
      PlanarModel.with(
              "d0", 262, "c1", 170, "c0", 84, "b2", 60, "b1", 80, "b0", 40, "a1", 3, "a0", 0, "b9",
              41)
          .open("after", 3);

  private ModelDiff compare() {
    return new ModelDiffs(new JavaMatrixMath()).compare(before, after, JobContext.unattended());
  }

  private static double squared(double degrees) {
    return 2 - 2 * Math.cos(Math.toRadians(degrees));
  }

  @Test
  void everyImageThatOneOfTheTwoConfusesIsNamedWithItsPairAndBothDistances() {
    List<DiffImage> images = compare().images();

    List<DiffImage> expected =
        List.of(
            new DiffImage(DiffKind.FIXED, 1, 6, 2, 5, 2, 7, squared(4), squared(37)),
            new DiffImage(DiffKind.FIXED, 2, 5, 1, 6, 1, 8, squared(4), squared(37)),
            new DiffImage(DiffKind.NEW, 3, 4, 5, 2, 4, 2, squared(90), squared(4)),
            new DiffImage(DiffKind.NEW, 5, 2, 3, 4, 6, 4, squared(90), squared(4)),
            new DiffImage(DiffKind.STILL, 7, 0, 0, 7, 0, 1, squared(40), squared(98)));
    assertEquals(
        expected.stream().map(ModelDiffsTest::rounded).toList(),
        images.stream().map(ModelDiffsTest::rounded).toList());
  }

  private static DiffImage rounded(DiffImage image) {
    return new DiffImage(
        image.kind(),
        image.before(),
        image.after(),
        image.otherBefore(),
        image.otherAfter(),
        image.nearestBefore(),
        image.nearestAfter(),
        rounded(image.distanceBefore()),
        rounded(image.distanceAfter()));
  }

  private static double rounded(double distance) {
    return Double.isNaN(distance) ? distance : Math.round(distance * 1e4) / 1e4;
  }

  @Test
  void recallCountsTheImagesThatAreInBoth() {
    assertEquals(new RecallChange(8, 3, 2, 2), compare().recall());
  }

  @Test
  void precisionIsComparedImageByImage() {
    MetricChange map = compare().mapAtR().orElseThrow();

    // R is 1 for a and c, 2 for b, and 3 with the b there is more after; d0 has nothing to find.
    double mapBefore = (1 + 0 + 0 + 1 + 1 + 1 + 1) / 7.0;
    double mapAfter = (1 + 1 + 2 / 3.0 + (1 / 2.0 + 2 / 3.0) / 3 + 1 + 0 + 1) / 7;
    assertEquals(mapBefore, map.before(), 1e-9);
    assertEquals(mapAfter, map.after(), 1e-9);
  }

  @Test
  void classesAreOrderedByWhatTheyGainOrLose() {
    assertEquals(
        List.of(
            new ClassChange(2, "a", 2, 1, 1, 0),
            new ClassChange(4, "c", 2, 0, 0, 1),
            new ClassChange(3, "b", 3, 1, 1, 1),
            new ClassChange(5, "d", 1, 1, 0, 0)),
        compare().classes());
  }

  @Test
  void theOtherWayRoundFixedIsNew() {
    ModelDiff back =
        new ModelDiffs(new JavaMatrixMath())
            .compare(/* before= */ after, /* after= */ before, JobContext.unattended());

    assertEquals(new RecallChange(8, 3, 2, 2), back.recall());
    assertEquals(
        List.of("c0", "b1"),
        back.images(DiffKind.FIXED).stream()
            .map(image -> after.testSample(image.before()).path())
            .toList());
    assertEquals(
        List.of("b0", "a1"),
        back.images(DiffKind.NEW).stream()
            .map(image -> after.testSample(image.before()).path())
            .toList());
  }

  @Test
  void aPairWhoseOtherImageIsMissingHasOneDistance() {
    ExplorerSession less =
        PlanarModel.with("a1", 3, "a0", 0, "b1", 80, "b2", 60, "c0", 170, "c1", 180)
            .open("less", 2);

    ModelDiff diff =
        new ModelDiffs(new JavaMatrixMath()).compare(before, less, JobContext.unattended());

    assertEquals(
        List.of(rounded(new DiffImage(DiffKind.FIXED, 1, 0, 2, -1, 2, 1, squared(4), Double.NaN))),
        diff.images().stream().map(ModelDiffsTest::rounded).toList());
    assertEquals(6, diff.recall().images());
  }

  @Test
  void modelsOfTheSameTitleAreToldApart() {
    ModelDiff diff =
        new ModelDiffs(new JavaMatrixMath()).compare(before, before, JobContext.unattended());

    assertEquals(
        List.of("before (before)", "before (after)"), List.of(diff.before(), diff.after()));
    assertEquals(
        List.of(DiffKind.STILL, DiffKind.STILL, DiffKind.STILL),
        diff.images().stream().map(DiffImage::kind).toList());
    assertEquals("The same images are right.", diff.recall().sentence());
  }

  @Test
  void aCancelledComparisonStops() {
    assertThrows(
        JobCancelledException.class,
        () -> new ModelDiffs(new JavaMatrixMath()).compare(before, after, new CancelAfter(0)));
  }

  @Test
  void theSurestMistakesComeFirst() {
    List<DiffImage> worst = DiffOrder.WORST.sorted(compare().images(), before);
    List<DiffImage> moved = DiffOrder.MOVED.sorted(compare().images(), before);

    assertEquals(List.of(1, 2, 3, 5, 7), worst.stream().map(DiffImage::before).toList());
    assertEquals(List.of(3, 5, 7, 1, 2), moved.stream().map(DiffImage::before).toList());
  }
}
