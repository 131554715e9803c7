package eifexplorer.testing;

import eifexplorer.array.NdArray;
import eifexplorer.array.Npz;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import java.util.List;

/** The reference's small world (300 training, 150 test samples, F 64, E 32, 10 classes) as an embedding bundle. */
public final class SmallBundle {
  private SmallBundle() {}

  /** The world of the golden case {@code 04_eif_full50_proxynca}; skips the calling test where it is absent. */
  public static EmbeddingBundle proxyNca() {
    try (Npz golden = GoldenFiles.open("04_eif_full50_proxynca.npz")) {
      return new EmbeddingBundle(
          features(golden.array("X")),
          golden.array("y").ints(),
          features(golden.array("Xte")),
          golden.array("yte").ints(),
          new EmbeddingHead(golden.array("W").floats(), golden.array("b").floats()),
          new Proxies(golden.array("P").floats(), 32, 1),
          List.of(),
          List.of());
    }
  }

  private static HeapFeatures features(NdArray array) {
    return new HeapFeatures(array.floats(), array.axis(0), array.axis(1));
  }
}
