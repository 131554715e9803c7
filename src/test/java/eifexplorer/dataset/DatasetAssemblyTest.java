package eifexplorer.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DatasetAssemblyTest {
  private static final Path ROOT = Path.of("birds");

  @Test
  void labelsAreDenseWithTrainingClassesFirst() {
    ImageDataset dataset =
        assemble(ClassSelection.byClass(Set.of(3, 1), Set.of(0)), "a/1", "b/1", "c/1", "d/1");
    assertEquals(
        List.of(new ClassLabel(0, 2, "b"), new ClassLabel(1, 4, "d"), new ClassLabel(2, 1, "a")),
        dataset.classes());
  }

  @Test
  void samplesCarryDenseLabelsInListingOrder() {
    ImageDataset dataset =
        assemble(ClassSelection.byClass(Set.of(3, 1), Set.of(0)), "d/1", "b/1", "a/1", "d/2");
    assertEquals(
        List.of(
            new Sample("d/1", 1, Split.TRAIN),
            new Sample("b/1", 0, Split.TRAIN),
            new Sample("d/2", 1, Split.TRAIN)),
        dataset.train());
  }

  @Test
  void boxesOfChosenImagesAreKept() {
    SubjectBox box = new SubjectBox(1, 2, 3, 4);
    ListedImage boxed =
        new ListedImage("a/1", 0, Optional.empty(), OptionalInt.empty(), Optional.of(box));
    ListedImage leftOut =
        new ListedImage("c/1", 2, Optional.empty(), OptionalInt.empty(), Optional.of(box));

    ImageDataset dataset =
        assemble(
            ClassSelection.byClass(Set.of(0), Set.of(1)),
            List.of(boxed, listed("b/1", null), leftOut));

    assertEquals(Map.of("a/1", box), dataset.boxes());
    assertEquals(Optional.of(box), dataset.box(dataset.train().get(0)));
    assertEquals(Optional.empty(), dataset.box(dataset.test().get(0)));
  }

  @Test
  void queriesComeBeforeTheGallery() {
    ImageDataset dataset =
        assemble(
            ClassSelection.official(),
            List.of(
                listed("a/1", Split.TRAIN),
                listed("b/1", Split.GALLERY),
                listed("b/2", Split.QUERY),
                listed("c/1", Split.GALLERY),
                listed("c/2", Split.QUERY)));
    assertEquals(
        List.of("b/2", "c/2", "b/1", "c/1"), dataset.test().stream().map(Sample::path).toList());
  }

  @Test
  void officialSplitMayTestTrainingClasses() {
    ImageDataset dataset =
        assemble(
            ClassSelection.official(),
            List.of(
                listed("b/1", Split.TRAIN), listed("b/2", Split.TEST), listed("a/1", Split.TEST)));
    assertEquals(
        List.of(new Sample("b/2", 0, Split.TEST), new Sample("a/1", 1, Split.TEST)),
        dataset.test());
  }

  @Test
  void imagesWithoutASplitAreLeftOutOfTheOfficialOne() {
    ImageDataset dataset =
        assemble(
            ClassSelection.official(),
            List.of(listed("b/1", Split.TRAIN), listed("b/2", Split.TEST), listed("b/3", null)));
    assertEquals(2, dataset.train().size() + dataset.test().size());
    assertEquals(
        List.of(
            new SkippedSample("b/3", "By its split it is neither for training nor for testing")),
        dataset.skipped());
  }

  @Test
  void absentImagesAndEmptiedClassesAreReported() {
    ImageDataset dataset =
        assemble(
            ClassSelection.byClass(Set.of(0, 1), Set.of(2)), "a/1", "b/absent", "c/1", "d/absent");
    assertEquals(
        List.of(
            new SkippedSample("b/absent", "gone"),
            new SkippedSample("b", "No training image of this class is left", 0)),
        dataset.skipped());
  }

  @Test
  void emptiedTrainingClassGetsNoLabel() {
    ImageDataset dataset =
        assemble(ClassSelection.byClass(Set.of(0, 1), Set.of(2)), "a/absent", "b/1", "c/1");
    assertEquals(1, dataset.trainClassCount());
  }

  @Test
  void noTrainingImageIsAProblem() {
    ProblemException problem =
        refused(ClassSelection.byClass(Set.of(0), Set.of(1)), "a/absent", "b/1");
    assertEquals(
        "The data set has no training image: birds. Of 2 images of 4 classes 1 is left out"
            + " (a/absent: gone). Choose other classes or another split.",
        problem.getMessage());
  }

  @Test
  void noTestImageIsAProblem() {
    ProblemException problem = refused(ClassSelection.byClass(Set.of(0), Set.of(1)), "a/1");
    assertEquals(
        "The data set has no test image: birds. The image chosen is of the other part. Choose other"
            + " classes or another split.",
        problem.getMessage());
  }

  @Test
  void aListWithoutAnImageIsSaidToHaveNone() {
    assertEquals(
        "The data set lists no image: birds. Get its lists again, or choose another folder.",
        refused(ClassSelection.byClass(Set.of(0), Set.of(1))).getMessage());
  }

  @Test
  void noImageAtAllIsOneProblem() {
    ProblemException problem =
        refused(ClassSelection.byClass(Set.of(0), Set.of(1)), "a/absent", "b/absent");
    assertEquals(
        "None of the 2 images chosen can be used: birds. The first, a/absent: gone. Check that this"
            + " is the folder the images lie in.",
        problem.getMessage());
  }

  @Test
  void aClassBeyondTheListIsAProblem() {
    ProblemException problem = refused(ClassSelection.byClass(Set.of(0), Set.of(9)), "a/1");
    assertEquals("Class 10 is chosen, but there are 4", problem.what());
  }

  @Test
  void classesChosenTwiceAreAProblem() {
    ProblemException problem =
        refused(ClassSelection.byClass(Set.of(0, 1, 2, 3), Set.of(0, 1, 2, 3)), "a/1");
    assertEquals(
        "Classes are chosen both for training and for testing: 1 (a), 2 (b), 3 (c) and 1 more. Only"
            + " the official split may test classes it trains on: separate the ranges.",
        problem.getMessage());
  }

  @Test
  void givenTruthBecomesNoise() {
    ImageDataset dataset =
        assemble(
            ClassSelection.byClass(Set.of(1, 3), Set.of(0)),
            List.of(
                listed("b/1", null),
                mislabelled("b/2", 3),
                listed("d/1", null),
                listed("a/1", null)));
    assertEquals(
        Optional.of(new InjectedNoise("given", 1 / 3.0, 0, Map.of(1, 1))), dataset.noise());
  }

  @Test
  void aTrueLabelEqualToTheGivenOneIsNoNoise() {
    ImageDataset dataset =
        assemble(
            ClassSelection.byClass(Set.of(1), Set.of(0)),
            List.of(mislabelled("b/1", 1), listed("a/1", null)));
    assertEquals(Optional.empty(), dataset.noise());
  }

  @Test
  void imagesWhoseTrueClassIsNotTrainedOnAreLeftOut() {
    ImageDataset dataset =
        assemble(
            ClassSelection.byClass(Set.of(1, 2), Set.of(0)),
            List.of(
                listed("b/1", null),
                mislabelled("c/1", 3),
                mislabelled("b/2", 2),
                listed("a/1", null)));
    assertEquals(
        List.of(
            new SkippedSample("c/1", "Its true class \"d\" is not trained on"),
            new SkippedSample("b/2", "Its true class \"c\" is not trained on"),
            new SkippedSample("c", "No training image of this class is left", 0)),
        dataset.skipped());
  }

  private static ProblemException refused(ClassSelection selection, String... paths) {
    return assertThrows(ProblemException.class, () -> assemble(selection, paths));
  }

  private static ImageDataset assemble(ClassSelection selection, String... paths) {
    return assemble(selection, List.of(paths).stream().map(p -> listed(p, null)).toList());
  }

  private static ImageDataset assemble(ClassSelection selection, List<ListedImage> images) {
    DatasetListing listing =
        new DatasetListing(
            "folder", ROOT, List.of("a", "b", "c", "d"), images, List.of(), selection);
    return new DatasetAssembly(
            listing,
            selection,
            image -> image.path().endsWith("absent") ? Optional.of("gone") : Optional.empty())
        .assemble();
  }

  /** An image whose class is the first letter of its path. */
  private static ListedImage listed(String path, Split split) {
    return new ListedImage(path, path.charAt(0) - 'a', Optional.ofNullable(split));
  }

  private static ListedImage mislabelled(String path, int truth) {
    return new ListedImage(path, path.charAt(0) - 'a', Optional.empty(), OptionalInt.of(truth));
  }
}
