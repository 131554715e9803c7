package eifexplorer.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.InjectedNoise;
import eifexplorer.dataset.LabelNoise;
import eifexplorer.dataset.NoiseSpec;
import eifexplorer.dataset.SkippedSample;
import eifexplorer.dataset.SplitChoice;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetOpenerTest {
  private final DatasetOpener opener = new DatasetOpener(DatasetFormats.standard());

  @TempDir Path root;

  private ImageDataset open(String format, OpenOptions options) {
    return opener.open(format, root, SplitChoice.usual(), options);
  }

  @Test
  void absentFilesAreSkippedWithTheirReason() {
    new TestFolder(root)
        .text("x.csv", "path,label", "1.jpg,a", "2.jpg,a", "3.jpg,b", "y/4.jpg,b")
        .files("1.jpg", "3.jpg");
    assertEquals(
        List.of(
            new SkippedSample("2.jpg", "the file is not there"),
            new SkippedSample("y/4.jpg", "the folder y is not there")),
        open("auto", OpenOptions.standard()).skipped());
  }

  @Test
  void filesNeedNotBeThereUnchecked() {
    new TestFolder(root).text("x.csv", "path,label", "1.jpg,a", "3.jpg,b");
    ImageDataset dataset = open("csv", OpenOptions.standard().withoutFileCheck());
    assertEquals(2, dataset.train().size() + dataset.test().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "folder", "csv", "cub"})
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aDeviceIsNoDataSet(String format) {
    assertEquals(
        "This is a pipe or a device, which may never end: /dev/zero. Write it to a file first.",
        assertThrows(
                ProblemException.class,
                () -> opener.read(format, Path.of("/dev/zero"), Optional.empty(), false))
            .getMessage());
  }

  @Test
  void nothingThereIsOneProblem() {
    new TestFolder(root).text("x.csv", "path,label", "y/1.jpg,a", "y/3.jpg,b");
    ProblemException problem =
        assertThrows(ProblemException.class, () -> open("csv", OpenOptions.standard()));
    assertEquals(
        "None of the 2 images chosen can be used: "
            + root
            + ". The first, y/1.jpg: the folder y is not there. Check that this is the folder the"
            + " images lie in.",
        problem.getMessage());
  }

  @Test
  void missingRootIsAProblem() {
    Path absent = root.resolve("absent");
    ProblemException problem =
        assertThrows(ProblemException.class, () -> opener.read("auto", absent));
    assertEquals("The data set's folder does not exist", problem.what());
  }

  @Test
  void wrongFolderForAFormatSaysWhatIsThere() {
    new TestFolder(root).files("cats/1.png");
    ProblemException problem =
        assertThrows(ProblemException.class, () -> opener.read("inshop", root));
    assertEquals(
        "The data set's files are not in this folder: "
            + root
            + ". It should contain Eval/list_eval_partition.txt and img/ (or img_highres/). Found:"
            + " cats/.",
        problem.getMessage());
  }

  @Test
  void noisyFormatInjectsTheReferencesNoise() {
    new TestFolder(root).text("x.csv", twelveRows());
    ImageDataset dataset = open("csv_noisy", OpenOptions.standard().withoutFileCheck());
    assertEquals(
        dataset(OpenOptions.standard()).withNoise(NoiseSpec.reference(0)).train(), dataset.train());
  }

  @Test
  void noiseOfTheOptionsIsInjected() {
    new TestFolder(root).text("x.csv", twelveRows());
    NoiseSpec spec = new NoiseSpec(LabelNoise.uniform(), .5, 7);
    assertEquals(
        dataset(OpenOptions.standard()).withNoise(spec),
        dataset(OpenOptions.standard().withNoise(spec)));
  }

  @Test
  void truthOfTheFilesBecomesNoise() {
    new TestFolder(root)
        .text("x.csv", "path,label,split,true_label", "1,a,train,b", "2,b,train,", "3,a,test,");
    assertEquals(
        Optional.of(new InjectedNoise("given", .5, 0, Map.of(0, 1))),
        dataset(OpenOptions.standard()).noise());
  }

  private ImageDataset dataset(OpenOptions options) {
    return open("csv", options.withoutFileCheck());
  }

  private static String[] twelveRows() {
    String[] rows = new String[25];
    rows[0] = "path,label";
    for (int i = 1; i <= 24; i++) {
      rows[i] = i + ".jpg," + (i % 4);
    }
    return rows;
  }

  @ParameterizedTest
  @CsvSource({"cub,", "auto,", "cub,CUB_200_2011", "cub,CUB_200_2011/images", "auto,CUB_200_2011"})
  void aDataSetIsFoundOneFolderTooHighOrTooLow(String format, String named) {
    new TestFolder(root)
        .text("CUB_200_2011/images.txt", "1 001.A/1.jpg", "2 002.B/2.jpg")
        .text("CUB_200_2011/image_class_labels.txt", "1 1", "2 2")
        .text("CUB_200_2011/classes.txt", "1 001.A", "2 002.B")
        .text("attributes.txt", "1 a")
        .files("CUB_200_2011/images/001.A/1.jpg", "CUB_200_2011/images/002.B/2.jpg");

    DatasetListing found = opener.read(format, named == null ? root : root.resolve(named));

    assertEquals("cub", found.format());
    assertEquals(root.resolve("CUB_200_2011"), found.root());
    assertEquals("images/001.A/1.jpg", found.images().get(0).path());
    assertEquals(
        named != null && named.equals("CUB_200_2011")
            ? List.of()
            : List.of(
                String.format(
                    "The data set is read from %s, as CUB-200-2011. The pictures in %s alone are"
                        + " read with the format folder.",
                    root.resolve("CUB_200_2011"), named == null ? root : root.resolve(named))),
        found.otherReadings());
  }

  @Test
  void theFolderOfADataSetsImagesIsReadAsSuchAndTheOtherTold() {
    new TestFolder(root).files("images/001.A/1.jpg", "images/002.B/2.jpg");

    DatasetListing found = opener.read("auto", root.resolve("images"));

    assertEquals("folder", found.format());
    assertEquals(
        List.of(
            String.format(
                "The pictures in %s are read as a folder of images. The folder above is"
                    + " CUB-200-2011: name that one to read its own lists.",
                root.resolve("images"))),
        found.otherReadings());
  }

  @Test
  void ofTwoDataSetsInAFolderNoneIsChosen() {
    for (String one : List.of("a", "b")) {
      new TestFolder(root).files(one + "/images/001.A/1.jpg", one + "/images/002.B/2.jpg");
    }
    assertEquals(
        "It should contain images/ with a folder per class, and usually images.txt and"
            + " image_class_labels.txt. Found: a/, b/.",
        assertThrows(ProblemException.class, () -> opener.read("cub", root)).remedy());
  }
}
