package eifexplorer.review.copies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyFinderTest {
  @TempDir Path folder;
  private final List<Optional<Path>> files = new ArrayList<>();

  /** Five pictures, then copies of 0 to 4 in this order, then what is no picture. */
  @BeforeEach
  void draw() throws IOException {
    List<BufferedImage> drawn = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      drawn.add(DrawnPictures.picture(i));
      add(drawn.get(i), i + ".png");
    }
    files.add(Optional.of(Files.copy(folder.resolve("0.png"), folder.resolve("same.png"))));
    add(drawn.get(1), "again.bmp");
    add(DrawnPictures.resized(drawn.get(2), 100, 75), "small.jpg");
    add(DrawnPictures.mirrored(drawn.get(3)), "mirrored.png");
    add(drawn.get(4).getSubimage(20, 25, 120, 85), "part.png");
    files.add(Optional.of(Files.writeString(folder.resolve("broken.png"), "no picture")));
    files.add(Optional.empty());
  }

  private void add(BufferedImage image, String name) throws IOException {
    files.add(Optional.of(DrawnPictures.write(image, folder.resolve(name))));
  }

  /** Random, but near each other for an image and its part. */
  private FeatureMatrix features() {
    Random random = new Random(3);
    float[] values = new float[files.size() * 8];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    System.arraycopy(values, 4 * 8, values, 9 * 8, 8);
    return new HeapFeatures(values, files.size(), 8);
  }

  private List<CopyLink> find(Optional<Path> kept) {
    CopyFinder finder = new CopyFinder(new JavaMatrixMath(), picture -> {});
    try (SignatureFile signatures = SignatureFile.open(kept)) {
      return finder.find(files, features(), signatures, JobContext.unattended());
    }
  }

  private static List<String> summary(List<CopyLink> links) {
    return links.stream().map(l -> l.first() + " " + l.second() + " " + l.kind()).toList();
  }

  @Test
  void copiesAreFoundAndTheirKindIsTold() {
    assertEquals(
        List.of("0 5 SAME_FILE", "1 6 SAME_PICTURE", "2 7 NEAR_COPY", "3 8 MIRRORED", "4 9 CROP"),
        summary(find(Optional.empty())));
  }

  @Test
  void damagedSignaturesAreMadeAgain() throws IOException {
    Path kept = folder.resolve("kept");
    List<CopyLink> found = find(Optional.of(kept));
    Path file = kept.resolve("signatures-1.bin");
    long length = Files.size(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[200] ^= 1;
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 7));

    assertEquals(found, find(Optional.of(kept)));
    assertEquals(length + length / 10, Files.size(file), "the first and the last anew");
  }

  @Test
  void whatWasComparedIsNotComparedAgain() throws IOException {
    Path kept = folder.resolve("kept");
    List<CopyLink> found = find(Optional.of(kept));
    Path file = kept.resolve("compared-1.bin");
    byte[] whole = Files.readAllBytes(file);
    assertEquals(found, find(Optional.of(kept)));
    assertArrayEquals(whole, Files.readAllBytes(file));

    // Killed within a record, and another one damaged: both are compared again.
    byte[] cut = Arrays.copyOf(whole, whole.length - 7);
    cut[3] ^= 1;
    Files.write(file, cut);
    assertEquals(found, find(Optional.of(kept)));
    assertEquals(whole.length + 30, Files.size(file));
    assertEquals(found, find(Optional.of(kept)));
    assertEquals(whole.length + 30, Files.size(file));
  }

  @Test
  void withoutPicturesTheFeaturesMustBeTheSame() {
    files.replaceAll(file -> Optional.empty());

    assertEquals(List.of("4 9 SAME_FEATURES"), summary(find(Optional.empty())));
  }
}
