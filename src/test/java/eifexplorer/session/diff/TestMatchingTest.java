package eifexplorer.session.diff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestMatchingTest {
  @TempDir Path folder;

  private static TestMatching match(ImageDataset before, ImageDataset after) {
    return TestMatching.of(before, after, JobContext.unattended());
  }

  private static ImageDataset images(Object... namesAndDegrees) {
    return PlanarModel.with(namesAndDegrees).dataset();
  }

  @Test
  void imagesAreKnownByTheirPathsInAnyOrder() {
    TestMatching matching =
        match(images("a0", 0, "a1", 0, "b0", 0), images("b0", 0, "c0", 0, "a0", 0));

    assertArrayEquals(new int[] {2, -1, 0}, matching.indices());
    assertEquals(2, matching.before(0) + matching.before(2));
    assertEquals(
        "2 test images are in both, of 3 before and 3 after; each is searched for among its own"
            + " model's.",
        matching.sentence());
  }

  @Test
  void imagesWithoutNamesAreKnownByTheirRowsWhichIsSaid() {
    assertEquals(
        "All 2 test images are in both; 2 are known by their row alone, since the images have no"
            + " names.",
        match(images("test 0", 0, "test 1", 0), images("test 0", 0, "test 1", 0)).sentence());
  }

  @Test
  void movedImagesAreKnownByTheirContent() throws IOException {
    Path here = Files.createDirectories(folder.resolve("here"));
    Path there = Files.createDirectories(folder.resolve("there/deeper")).getParent();
    Files.writeString(here.resolve("a0"), "one");
    Files.writeString(here.resolve("a1"), "two");
    Files.writeString(here.resolve("b0"), "of other length");
    Files.writeString(there.resolve("deeper/a8"), "two");
    Files.writeString(there.resolve("deeper/a9"), "one");
    Files.writeString(there.resolve("deeper/b9"), "of_other_length");

    TestMatching matching =
        match(
            PlanarModel.with("a0", 0, "a1", 0, "b0", 0).in(here).dataset(),
            PlanarModel.with("deeper/a8", 0, "deeper/a9", 0, "deeper/b9", 0).in(there).dataset());

    assertArrayEquals(new int[] {1, 0, -1}, matching.indices());
    assertEquals(2, matching.byContent());
  }

  @Test
  void testSetsWithNothingInCommonAreRefused() {
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> match(images("a0", 0), images("b0", 0, "b1", 0)));

    assertEquals(
        "The two models have no test image in common: of 1 and 2 none has the same path or the same"
            + " content. Compare models that were measured on the same test images.",
        refused.getMessage());
  }

  @Test
  void theSamePathsWithOtherClassesAreNotTheSameImages() {
    ImageDataset before = images("a0", 0, "a1", 0, "a2", 0, "b3", 0);

    assertEquals(1, match(labelled(before, 2, 2, 3, 3), before).otherClass());
    assertEquals(0, match(labelled(before, 3, 3, 3, 2), before).otherClass());
    assertEquals(
        "All 4 test images are in both; 1 has another class there.",
        match(labelled(before, 2, 2, 3, 3), before).sentence());
    assertEquals(
        "3 of the 4 test images that have the same path or content have another class in the other"
            + " data set. Compare models that were measured on the same test images.",
        assertThrows(
                ProblemException.class,
                () ->
                    match(
                        labelled(images("a0", 0, "b1", 0, "c2", 0, "d3", 0), 2, 2, 2, 2),
                        images("a0", 0, "b1", 0, "c2", 0, "d3", 0)))
            .getMessage());
  }

  private static ImageDataset labelled(ImageDataset dataset, int... labels) {
    return dataset.withTest(
        IntStream.range(0, labels.length)
            .mapToObj(i -> new Sample(dataset.test().get(i).path(), labels[i], Split.TEST))
            .toList());
  }
}
