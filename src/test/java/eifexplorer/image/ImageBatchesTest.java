package eifexplorer.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.job.Workers;
import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageBatchesTest {
  private static final Preprocessing CROPPED = Preprocessing.of(16, 12);

  @TempDir Path folder;
  private final Workers workers = new Workers("decode", 2);
  private final List<Path> files = new ArrayList<>();

  @AfterEach
  void stop() {
    workers.close();
  }

  private void addPicture(int width, int height) throws IOException {
    int i = files.size();
    files.add(TestImages.writePng(TestImages.photo(width, height, i), folder.resolve(i + ".png")));
  }

  private void addDamaged() throws IOException {
    files.add(Files.writeString(folder.resolve(files.size() + ".png"), "no picture"));
  }

  private static List<List<Integer>> indices(ImageBatches batches) {
    List<List<Integer>> all = new ArrayList<>();
    batches.forEachRemaining(b -> all.add(Arrays.stream(b.indices()).boxed().toList()));
    return all;
  }

  @Test
  void givesBatchesInOrder() throws IOException {
    for (int i = 0; i < 7; i++) {
      addPicture(20 + i, 16);
    }
    try (ImageBatches batches = ImageBatches.evaluation(files, CROPPED, 3, workers)) {
      assertEquals(List.of(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6)), indices(batches));
    }
  }

  @Test
  void holdsWhatPreprocessingGives() throws IOException {
    addPicture(20, 16);
    addPicture(31, 23);
    float[] expected = new float[2 * 3 * 12 * 12];
    for (int i = 0; i < 2; i++) {
      float[] one = CROPPED.apply(ImageDecoder.decode(files.get(i))).toArray();
      System.arraycopy(one, 0, expected, i * one.length, one.length);
    }
    try (ImageBatches batches = ImageBatches.evaluation(files, CROPPED, 8, workers)) {
      assertArrayEquals(expected, batches.next().pixels());
    }
  }

  @Test
  void keepsSizesApart() throws IOException {
    addPicture(20, 16);
    addPicture(20, 16);
    addPicture(16, 20);
    addPicture(20, 16);
    Preprocessing uncropped = Preprocessing.of(16, 0);
    try (ImageBatches batches = ImageBatches.evaluation(files, uncropped, 8, workers)) {
      assertEquals(List.of(List.of(0, 1), List.of(2), List.of(3)), indices(batches));
    }
  }

  @Test
  void leavesOutWhatCannotBeDecodedAndSaysWhy() throws IOException {
    addDamaged();
    addPicture(20, 16);
    addDamaged();
    addPicture(20, 16);
    addDamaged();
    try (ImageBatches batches = ImageBatches.evaluation(files, CROPPED, 2, workers)) {
      assertEquals(List.of(List.of(1, 3)), indices(batches));
      assertEquals(List.of(0, 2, 4), batches.skipped().stream().map(SkippedImage::index).toList());
    }
  }

  @Test
  void aFileThatVanishedEndsTheReadingAndIsNotLeftOut() throws IOException {
    addPicture(20, 16);
    addPicture(20, 16);
    Files.delete(files.get(1));
    try (ImageBatches batches = ImageBatches.evaluation(files, CROPPED, 2, workers)) {
      UnreachableImageException gone =
          assertThrows(UnreachableImageException.class, () -> indices(batches));
      assertEquals("The picture file is missing", gone.what());
      assertEquals(List.of(), batches.skipped());
    }
  }

  @Test
  void aFolderNamedLikeAPictureIsLeftOut() throws IOException {
    addPicture(20, 16);
    files.add(Files.createDirectory(files.get(0).resolveSibling("folder.png")));
    try (ImageBatches batches = ImageBatches.evaluation(files, CROPPED, 2, workers)) {
      assertEquals(List.of(List.of(0)), indices(batches));
      assertEquals(List.of(1), batches.skipped().stream().map(SkippedImage::index).toList());
    }
  }

  @Test
  void namesTheFileOfAPictureTooElongated() throws IOException {
    addPicture(2000, 1);
    try (ImageBatches batches =
        ImageBatches.evaluation(files, Preprocessing.ANALYSIS, 2, workers)) {
      assertFalse(batches.hasNext());
      assertEquals(
          "A picture of 2000 x 1 pixels is too large or too elongated for a network: "
              + files.get(0)
              + ". Cut it, or choose preprocessing that resizes and crops.",
          batches.skipped().get(0).reason());
    }
  }

  @Test
  void followsTheTrainingPlan() throws IOException {
    for (int i = 0; i < 4; i++) {
      addPicture(30, 30);
    }
    addDamaged();
    List<int[]> plan = List.of(new int[] {3, 1}, new int[] {4}, new int[] {4, 0, 3}, new int[] {2});
    try (ImageBatches batches =
        ImageBatches.training(files, plan, TrainingAugmentation.of(8), 1, 0, workers)) {
      assertEquals(List.of(List.of(3, 1), List.of(0, 3), List.of(2)), indices(batches));
    }
  }

  @Test
  void augmentsBySampleNotByPlace() throws IOException {
    addPicture(30, 30);
    addPicture(40, 30);
    TrainingAugmentation augmentation = TrainingAugmentation.of(8);
    List<int[]> plan = List.of(new int[] {1});
    try (ImageBatches batches = ImageBatches.training(files, plan, augmentation, 9, 3, workers)) {
      RgbImage image = ImageDecoder.decode(files.get(1));
      assertArrayEquals(augmentation.apply(image, 9, 3, 1).toArray(), batches.next().pixels());
    }
  }

  @Test
  void hasNothingForNoFiles() {
    try (ImageBatches batches = ImageBatches.evaluation(files, CROPPED, 2, workers)) {
      assertThrows(NoSuchElementException.class, batches::next);
    }
  }

  @Test
  void endsWhenClosed() throws IOException {
    for (int i = 0; i < 9; i++) {
      addPicture(20, 16);
    }
    ImageBatches batches = ImageBatches.evaluation(files, CROPPED, 2, workers);
    batches.next();
    batches.close();
    assertFalse(batches.hasNext());
  }

  @Test
  void refusesEmptyBatches() {
    assertThrows(ProblemException.class, () -> ImageBatches.evaluation(files, CROPPED, 0, workers));
  }
}
