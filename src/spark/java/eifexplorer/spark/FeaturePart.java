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
import java.util.TreeMap;

/** How features of a part's images lie in its file. */
final class FeaturePart {
  private FeaturePart() {}

  static ExtractedFeatures read(Npz npz, int images) {
    float[] values = npz.array("features").requireShape(images, -1).floats();
    int[] rows = npz.array("skipped").requireShape(-1).ints();
    List<String> reasons = npz.array("reasons").strings();
    Map<Integer, String> skipped = new HashMap<>();
    // The first of each stands for none, which an archive can't hold.
    for (int s = 1; s < rows.length; s++) {
      skipped.put(rows[s], reasons.get(s));
    }
    return new ExtractedFeatures(new HeapFeatures(values, images, values.length / images), skipped);
  }

  static void write(OutputStream out, ExtractedFeatures features) throws IOException {
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
    writer.put("skipped", rows, rows.length);
    writer.put("reasons", reasons);
    writer.finish();
  }
}
