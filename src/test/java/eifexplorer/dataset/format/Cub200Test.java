package eifexplorer.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.ClassSelection;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ListedImage;
import eifexplorer.dataset.Split;
import eifexplorer.dataset.SubjectBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cub200Test {
  @TempDir Path root;
  private TestFolder folder;

  @BeforeEach
  void write() {
    folder =
        new TestFolder(root)
            .text(
                "images.txt", "1 001.A/b.jpg", "2 001.A/a.jpg", "3 002.B/c d.jpg", "4 003.C/e.jpg")
            .text("image_class_labels.txt", "1 1", "2 1", "3 2", "4 3")
            .text("classes.txt", "1 001.A", "2 002.B", "3 003.C")
            .text("train_test_split.txt", "1 1", "2 0", "3 1", "4 0")
            .files(
                "images/001.A/a.jpg",
                "images/001.A/b.jpg",
                "images/001.A/._b.jpg",
                "images/002.B/c d.jpg",
                "images/003.C/e.jpg");
  }

  private DatasetListing read() {
    return new Cub200().read(root);
  }

  @Test
  void imagesAreSortedByFolderAndName() {
    assertEquals(
        List.of(
            new ListedImage("images/001.A/a.jpg", 0, Optional.of(Split.TEST)),
            new ListedImage("images/001.A/b.jpg", 0, Optional.of(Split.TRAIN)),
            new ListedImage("images/002.B/c d.jpg", 1, Optional.of(Split.TRAIN)),
            new ListedImage("images/003.C/e.jpg", 2, Optional.of(Split.TEST))),
        read().images());
  }

  @Test
  void boxesSayWhereTheBirdsAre() {
    folder.text("bounding_boxes.txt", "1 60.0 27.0 325.0 304.5", "3 -1 2 10 20");

    assertEquals(
        List.of(
            Optional.empty(),
            Optional.of(new SubjectBox(60, 27, 325, 304.5)),
            Optional.of(new SubjectBox(-1, 2, 10, 20)),
            Optional.empty()),
        read().images().stream().map(ListedImage::box).toList());
  }

  @Test
  void aBoxThatIsNoneIsRefused() {
    for (String box : List.of("1 2 3 0", "1 2 x 4", "NaN 2 3 4", "1 2 -3 4")) {
      folder.text("bounding_boxes.txt", "1 " + box);
      assertEquals(
          "The bounding box is \"" + box + "\" @ bounding_boxes.txt, line 1",
          folder.refusal(new Cub200()));
    }
  }

  @Test
  void foldersAloneGiveTheSameOrder() {
    List<String> annotated = TestFolder.paths(read());
    folder.without("images.txt");
    assertEquals(annotated, TestFolder.paths(read()));
  }

  @Test
  void foldersAloneGiveTheSameClasses() {
    List<String> annotated = read().classNames();
    folder.without("images.txt");
    assertEquals(annotated, read().classNames());
  }

  @Test
  void usualIsFirstHalfAgainstSecond() {
    assertEquals(ClassSelection.byClass(Set.of(0, 1), Set.of(2)), read().usual());
  }

  @Test
  void usualLooksOnlyAtClassesWhoseFoldersAreThere() {
    folder
        .text(
            "images.txt",
            "1 001.A/b.jpg",
            "2 001.A/a.jpg",
            "3 002.B/c d.jpg",
            "4 003.C/e.jpg",
            "5 004.D/f.jpg",
            "6 005.E/g.jpg")
        .text("image_class_labels.txt", "1 1", "2 1", "3 2", "4 3", "5 4", "6 5")
        .text("classes.txt", "1 001.A", "2 002.B", "3 003.C", "4 004.D", "5 005.E")
        .without("train_test_split.txt");
    assertEquals(ClassSelection.byClass(Set.of(0, 1), Set.of(2)), read().usual());
  }

  @Test
  void withoutClassFileFoldersNameTheClasses() {
    folder.without("classes.txt");
    assertEquals(List.of("001.A", "002.B", "003.C"), read().classNames());
  }

  @Test
  void isRecognisedByItsFiles() {
    assertTrue(new Cub200().recognises(root));
  }

  @Test
  void isRecognisedByNumberedFolders() {
    folder.without("images.txt");
    assertTrue(new Cub200().recognises(root));
  }

  @Test
  void otherFoldersAreNotRecognised(@TempDir Path other) {
    new TestFolder(other).files("images/cats/a.jpg");
    assertFalse(new Cub200().recognises(other));
  }

  @Test
  void classNumberOutOfRangeIsRefused() {
    folder.text("image_class_labels.txt", "1 1", "", "2 4", "3 2", "4 3");
    assertEquals(
        "The class number is 4 @ image_class_labels.txt, line 3", folder.refusal(new Cub200()));
  }

  @Test
  void classNumberZeroIsRefused() {
    folder.text("image_class_labels.txt", "1 0");
    assertEquals(
        "The class number is 0 @ image_class_labels.txt, line 1", folder.refusal(new Cub200()));
  }

  @Test
  void imageIdTwiceIsRefused() {
    folder.text("images.txt", "1 001.A/b.jpg", "1 001.A/a.jpg");
    assertEquals(
        "The image id 1 is listed twice, first in line 1 @ images.txt, line 2",
        folder.refusal(new Cub200()));
  }

  @Test
  void imageTwiceIsRefused() {
    folder.text("images.txt", "1 001.A/b.jpg", "2 001.A/./b.jpg");
    assertEquals(
        "The image images/001.A/b.jpg is listed twice, first in line 1 @ images.txt, line 2",
        folder.refusal(new Cub200()));
  }

  @Test
  void imageWithoutClassIsRefused() {
    folder.text("image_class_labels.txt", "1 1", "2 1", "3 2");
    assertEquals(
        "The image id 4 is not in image_class_labels.txt @ images.txt, line 4",
        folder.refusal(new Cub200()));
  }

  @Test
  void imageWithoutSplitIsRefused() {
    folder.text("train_test_split.txt", "1 1", "2 0");
    assertEquals(
        "The image id 3 is not in train_test_split.txt @ images.txt, line 3",
        folder.refusal(new Cub200()));
  }

  @Test
  void splitOtherThanZeroOrOneIsRefused() {
    folder.text("train_test_split.txt", "1 2");
    assertEquals(
        "The training mark is 2 @ train_test_split.txt, line 1", folder.refusal(new Cub200()));
  }

  @Test
  void classListWithAGapIsRefused() {
    folder.text("classes.txt", "1 001.A", "3 003.C");
    assertEquals("The class number is 3 @ classes.txt, line 2", folder.refusal(new Cub200()));
  }

  @Test
  void pathLeavingTheFolderIsRefused() {
    folder.text("images.txt", "1 ../../etc/passwd");
    assertEquals(
        "The image path \"../../etc/passwd\" leads out of the data set's folder @ images.txt, line"
            + " 1",
        folder.refusal(new Cub200()));
  }

  @Test
  void emptyFolderIsRefused(@TempDir Path empty) {
    assertEquals(
        "The data set's files are not in this folder @ " + empty,
        new TestFolder(empty).refusal(new Cub200()));
  }

  @Test
  void aListThatCannotBeFoundIsSaidWhereOthersAre() throws IOException {
    Files.delete(root.resolve("image_class_labels.txt"));
    assertEquals(
        List.of(
            "The classes are those of the folders in images, since image_class_labels.txt can't be"
                + " found: the other lists are not used."),
        read().otherReadings());
  }

  @Test
  void aListWithoutImagesIsRefused() {
    assertEquals(
        "The list has no image @ images.txt", folder.text("images.txt", "").refusal(new Cub200()));
  }
}
