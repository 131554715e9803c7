package eifexplorer.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.dataset.DatasetFormat;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFormatsTest {
  private final DatasetFormats formats = DatasetFormats.standard();

  @Test
  void idsAreThoseOfTheReference() {
    assertEquals(
        List.of("cub", "cars", "inshop", "sop", "csv", "folder"),
        formats.all().stream().map(DatasetFormat::id).toList());
  }

  @Test
  void noisyNamesTheSameFormat() {
    assertEquals(formats.byId("cub"), formats.byId("cub_noisy"));
  }

  @Test
  void unknownIdIsRefusedWithASuggestion() {
    ProblemException problem = assertThrows(ProblemException.class, () -> formats.byId("inship"));
    assertEquals(
        "There is no data set format \"inship\". Did you mean inshop? Known: cub, cars, inshop,"
            + " sop, csv, folder.",
        problem.getMessage());
  }

  @Test
  void aFolderOfFoldersIsRecognised(@TempDir Path root) {
    new TestFolder(root).files("cats/1.png", "dogs/1.png");
    assertEquals(Optional.of("folder"), formats.find(root).map(DatasetFormat::id));
  }

  @Test
  void aManifestGoesBeforeFolders(@TempDir Path root) {
    new TestFolder(root).files("cats/1.png").text("x.csv", "path,label", "cats/1.png,a");
    assertEquals(Optional.of("csv"), formats.find(root).map(DatasetFormat::id));
  }

  @Test
  void unrecognisedFolderIsDescribed(@TempDir Path root) {
    new TestFolder(root).files("readme.txt", "src/Main.java");
    ProblemException problem = assertThrows(ProblemException.class, () -> formats.recognise(root));
    assertEquals(
        "It should contain one of: for CUB-200-2011: images/ with a folder per class, and usually"
            + " images.txt and image_class_labels.txt; for Cars 196: cars_annos.mat and car_ims/,"
            + " or devkit/ with cars_train_annos.mat, cars_train/ and cars_test/; for In-Shop"
            + " Clothes: Eval/list_eval_partition.txt and img/ (or img_highres/); for Stanford"
            + " Online Products: Ebay_train.txt, Ebay_test.txt and folders such as bicycle_final/;"
            + " for CSV file: a CSV file with the columns path and label (and perhaps split,"
            + " true_label, box_left, box_top, box_width, box_height); for Folder of images: a"
            + " folder of images per class, or train/ and test/ with those in them. Found:"
            + " readme.txt, src/.",
        problem.remedy());
  }
}
