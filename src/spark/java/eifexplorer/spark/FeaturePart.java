package eifexplorer.spark;

import eifexplorer.array.Npz;
import eifexplorer.embedding.ExtractedFeatures;
import eifexplorer.embedding.HeapFeatures;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** How features of a part's images lie in its file, with a name of the images they are of. */
final class FeaturePart {
  private FeaturePart() {}

  /**
   * The features of a part.
   *
   * @param columns F
   * @throws eifexplorer.problem.ProblemException if an array is missing or of another shape
   * @throws IllegalArgumentException if they are of other images or not finite
   * @throws IndexOutOfBoundsException if an image is left out that is not among them
   */
  static ExtractedFeatures read(Npz npz, ImagePart part, int columns) {
    int images = part.images().size();
    if (!npz.array("images").strings().equals(List.of(part.digits()))) {
      throw new IllegalArgumentException("it is of other images");
    }
    float[] values = npz.array("features").requireShape(images, columns).floats();
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("a feature is " + value);
      }
    }
    int[] rows = npz.array("skipped").requireShape(-1).ints();
    List<String> reasons = npz.array("reasons").strings();
    Map<Integer, String> skipped = new HashMap<>();
    // The first of each stands for none, which an archive can't hold.
    for (int s = 1; s < rows.length; s++) {
      skipped.put(Objects.checkIndex(rows[s], images), reasons.get(s));
    }
    return new ExtractedFeatures(new HeapFeatures(values, images, columns), skipped);
  }

  static void write(OutputStream out, ImagePart part, ExtractedFeatures features)
      throws IOException {
    Map<Integer, String> sorted = new TreeMap<>(features.skipped());
    List<String> reasons = new ArrayList<>(List.of("none"));
    long[] rows = new long[sorted.size() + 1];
    rows[0] = -1;
    for (Map.Entry<Integer, String> skipped : sorted.entrySet()) {
      rows[reasons.size()] = skipped.getKey();
      reasons.add(skipped.getValue());
    }
    Npz.Writer writer = new Npz.Writer(out);
    int n = features.features().rows();
    writer.put("features", features.features().toArray(), n, features.features().columns());
    writer.put("images", List.of(part.digits()));
    writer.put("skipped", rows, rows.length);
    writer.put("reasons", reasons);
    writer.finish();
  }
}
