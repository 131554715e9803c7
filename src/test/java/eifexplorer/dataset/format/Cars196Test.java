package eifexplorer.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.ClassSelection;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ListedImage;
import eifexplorer.dataset.SkippedSample;
import eifexplorer.dataset.Split;
import eifexplorer.dataset.SubjectBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Struct;

class Cars196Test {
  @TempDir Path root;

  /** Writes a file with the fields of the single annotation file, in its order. */
  private void single(boolean named, Object[]... rows) throws IOException {
    Struct annotations = Mat5.newStruct(1, rows.length);
    for (int i = 0; i < rows.length; i++) {
      annotations.set(named ? "relative_im_path" : "f0", i, Mat5.newString((String) rows[i][0]));
      annotations.set("bbox_x1", i, Mat5.newScalar(11));
      annotations.set("bbox_y1", i, Mat5.newScalar(21));
      annotations.set("bbox_x2", i, Mat5.newScalar(110));
      annotations.set("bbox_y2", i, Mat5.newScalar(70));
      annotations.set(named ? "class" : "f5", i, Mat5.newScalar((Integer) rows[i][1]));
      annotations.set("test", i, Mat5.newLogicalScalar((Boolean) rows[i][2]));
    }
    Cell names = Mat5.newCell(1, 2);
    names.set(0, Mat5.newString("Acura RL"));
    names.set(1, Mat5.newString("Audi A4"));
    save(
        "cars_annos.mat",
        Mat5.newMatFile().addArray("annotations", annotations).addArray("class_names", names));
  }

  private void devkit(String name, boolean withClass, Object[]... rows) throws IOException {
    Struct annotations = Mat5.newStruct(1, rows.length);
    for (int i = 0; i < rows.length; i++) {
      if (withClass) {
        annotations.set("class", i, Mat5.newScalar((Integer) rows[i][1]));
      }
      annotations.set("fname", i, Mat5.newString((String) rows[i][0]));
    }
    save("devkit/" + name, Mat5.newMatFile().addArray("annotations", annotations));
  }

  private void save(String name, Object file) throws IOException {
    Path target = root.resolve(name);
    Files.createDirectories(target.getParent());
    Mat5.writeToFile((Mat5File) file, target.toFile());
  }

  private static Object[] row(String path, int classNumber, boolean test) {
    return new Object[] {path, classNumber, test};
  }

  private String refusal() {
    return new TestFolder(root).refusal(new Cars196());
  }

  @Test
  void singleFileIsReadInItsOrder() throws IOException {
    single(true, row("car_ims/2.jpg", 2, true), row("car_ims/1.jpg", 1, false));
    assertEquals(
        List.of(listed("car_ims/2.jpg", 1, Split.TEST), listed("car_ims/1.jpg", 0, Split.TRAIN)),
        new Cars196().read(root).images());
  }

  private static ListedImage listed(String path, int classIndex, Split split) {
    SubjectBox box = new SubjectBox(10, 20, 100, 50);
    return new ListedImage(
        path, classIndex, Optional.of(split), OptionalInt.empty(), Optional.of(box));
  }

  @Test
  void fieldsOfOtherNamesGoByPosition() throws IOException {
    single(false, row("car_ims/2.jpg", 2, true), row("car_ims/1.jpg", 1, false));
    assertEquals(List.of(1, 0), TestFolder.classes(new Cars196().read(root)));
  }

  @Test
  void usualIsFirstHalfAgainstSecond() throws IOException {
    single(true, row("car_ims/2.jpg", 2, true), row("car_ims/1.jpg", 1, false));
    assertEquals(ClassSelection.byClass(Set.of(0), Set.of(1)), new Cars196().read(root).usual());
  }

  @Test
  void classNamesComeFromTheFile() throws IOException {
    single(true, row("car_ims/1.jpg", 1, false));
    assertEquals(List.of("Acura RL", "Audi A4"), new Cars196().read(root).classNames());
  }

  @Test
  void devkitListsTrainingImagesFirst() throws IOException {
    devkit("cars_train_annos.mat", true, row("1.jpg", 2, false));
    devkit("cars_test_annos_withlabels.mat", true, row("1.jpg", 1, false));
    assertEquals(
        List.of(
            new ListedImage("cars_train/1.jpg", 1, Optional.of(Split.TRAIN)),
            new ListedImage("cars_test/1.jpg", 0, Optional.of(Split.TEST))),
        new Cars196().read(root).images());
  }

  @Test
  void withoutNamesClassesAreNumbered() throws IOException {
    devkit("cars_train_annos.mat", true, row("1.jpg", 2, false));
    assertEquals(List.of("class_1", "class_2"), new Cars196().read(root).classNames());
  }

  @Test
  void imagesOfUnknownClassAreSkipped() throws IOException {
    devkit("cars_train_annos.mat", true, row("1.jpg", 1, false));
    devkit("cars_test_annos.mat", false, row("1.jpg", 0, false));
    assertEquals(
        List.of(
            new SkippedSample(
                "cars_test/1.jpg",
                "its class is not in this file; get cars_test_annos_withlabels.mat")),
        new Cars196().read(root).skipped());
  }

  @Test
  void nestedImageFolderIsFound() throws IOException {
    devkit("cars_train_annos.mat", true, row("1.jpg", 1, false));
    new TestFolder(root).files("cars_train/cars_train/1.jpg");
    assertEquals(
        List.of("cars_train/cars_train/1.jpg"), TestFolder.paths(new Cars196().read(root)));
  }

  @Test
  void bothLayoutsAreRecognised() throws IOException {
    devkit("cars_train_annos.mat", true, row("1.jpg", 1, false));
    assertTrue(new Cars196().recognises(root));
  }

  @Test
  void ofTwoAnnotationsThoseWithImagesAreRead() throws IOException {
    single(true, row("car_ims/1.jpg", 1, false));
    devkit("cars_train_annos.mat", true, row("2.jpg", 1, false));
    Files.createDirectories(root.resolve("cars_train"));
    DatasetListing kit = new Cars196().read(root);
    assertEquals(List.of("cars_train/2.jpg"), TestFolder.paths(kit));
    assertEquals(
        List.of(
            "Cars 196 is read from the development kit, cars_train/ and cars_test/. cars_annos.mat"
                + " lies there too; it is read where its images are in car_ims/."),
        kit.otherReadings());

    Files.createDirectories(root.resolve("car_ims"));
    DatasetListing single = new Cars196().read(root);
    assertEquals(List.of("car_ims/1.jpg"), TestFolder.paths(single));
    assertEquals(
        List.of(
            "Cars 196 is read from cars_annos.mat and car_ims/. The development kit lies there"
                + " too; it is read where cars_annos.mat is not."),
        single.otherReadings());
  }

  @Test
  void classOutOfRangeIsRefused() throws IOException {
    single(true, row("car_ims/1.jpg", 1, false), row("car_ims/2.jpg", 3, false));
    assertEquals("The class is 3 @ cars_annos.mat, annotation 2", refusal());
  }

  @Test
  void imageTwiceIsRefused() throws IOException {
    single(true, row("car_ims/1.jpg", 1, false), row("car_ims/1.jpg", 2, false));
    assertEquals(
        "The image car_ims/1.jpg is listed twice, first in annotation 1 @ cars_annos.mat,"
            + " annotation 2",
        refusal());
  }

  @Test
  void pathLeavingTheFolderIsRefused() throws IOException {
    single(true, row("../1.jpg", 1, false));
    assertEquals(
        "The image path \"../1.jpg\" leads out of the data set's folder @ cars_annos.mat,"
            + " annotation 1",
        refusal());
  }

  @Test
  void fileWithoutAnnotationsIsRefused() throws IOException {
    save("cars_annos.mat", Mat5.newMatFile().addArray("x", Mat5.newScalar(1)));
    assertEquals(
        "The MATLAB file has no structures named \"annotations\" @ cars_annos.mat", refusal());
  }

  @Test
  void textInPlaceOfAMatlabFileIsRefused() {
    new TestFolder(root).text("cars_annos.mat", "version https://git-lfs.github.com/spec/v1");
    assertEquals(
        "The MATLAB file is broken: it is shorter than its header @ cars_annos.mat", refusal());
  }
}
