package eifexplorer.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.array.KeptArrays;
import eifexplorer.embedding.ExtractedFeatures;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.workspace.AtomicFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part that can't be trusted has to count as none: the same command would stumble over it for ever. */
class FeaturePartTest {
  private static final ImagePart PART = new ImagePart("train", 32, List.of("a.png", "b.png"));
  private static final float[] VALUES = {1, 2, 3, 0, 0, 0};

  @TempDir Path folder;

  private Optional<ExtractedFeatures> kept(float[] values, int columns, int left) {
    Path file = folder.resolve("part.npz");
    ExtractedFeatures features =
        new ExtractedFeatures(new HeapFeatures(values, 2, columns), Map.of(left, "b.png is torn"));
    AtomicFiles.write(file, out -> FeaturePart.write(out, PART, features));
    return found(PART);
  }

  private Optional<ExtractedFeatures> found(ImagePart part) {
    return KeptArrays.read(folder.resolve("part.npz"), npz -> FeaturePart.read(npz, part, 3));
  }

  @Test
  void featuresAndReasonsComeBack() {
    ExtractedFeatures found = kept(VALUES, 3, 1).orElseThrow();

    assertArrayEquals(VALUES, found.features().toArray());
    assertEquals(Map.of(1, "b.png is torn"), found.skipped());
  }

  @Test
  void aPartOfOtherImagesIsNone() {
    kept(VALUES, 3, 1);

    assertEquals(
        Optional.empty(), found(new ImagePart("train", 32, List.of("a.png", "c.png"))));
  }

  @Test
  void aPartOfAnotherWidthIsNone() {
    assertEquals(Optional.empty(), kept(new float[4], 2, 1));
  }

  @Test
  void aPartWithAFeatureThatIsNoNumberIsNone() {
    assertEquals(Optional.empty(), kept(new float[] {1, Float.NaN, 3, 0, 0, 0}, 3, 1));
  }

  @Test
  void aPartThatLeavesOutAnotherPartsImageIsNone() {
    assertEquals(Optional.empty(), kept(VALUES, 3, 2));
  }
}
