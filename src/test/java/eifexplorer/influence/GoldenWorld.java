package eifexplorer.influence;

import eifexplorer.array.Npz;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.influence.InfluenceQuery.TestPair;
import java.util.ArrayList;
import java.util.List;

/** The model, data and queries of a golden archive. */
final class GoldenWorld {
  private final Npz npz;

  GoldenWorld(Npz npz) {
    this.npz = npz;
  }

  EmbeddingBundle bundle() {
    return new EmbeddingBundle(
        features("X"),
        npz.array("y").ints(),
        features("Xte"),
        npz.array("yte").ints(),
        new EmbeddingHead(npz.array("W").floats(), npz.array("b").floats()),
        new Proxies(npz.array("P").floats(), npz.array("P").axis(1), 1),
        List.of(),
        List.of());
  }

  /** The query named {@code pair0}, {@code group1} and so on. */
  InfluenceQuery query(String name) {
    if (name.startsWith("pair")) {
      int[] pairs = npz.array("pairs").ints();
      int p = 2 * Integer.parseInt(name.substring(4));
      return InfluenceQuery.pair(pairs[p], pairs[p + 1]);
    }
    int[] labels = npz.array("yte").ints();
    int[] neighbours = npz.array("test_nn_index").ints();
    int[] neighbourLabels = npz.array("test_nn_label").ints();
    int wrong = npz.array(name + "_wrong_class").ints()[0];
    List<TestPair> pairs = new ArrayList<>();
    for (int confused : npz.array(name + "_confusion_classes").ints()) {
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] == wrong && neighbourLabels[i] == confused) {
          pairs.add(new TestPair(i, neighbours[i]));
        }
      }
    }
    return new InfluenceQuery(pairs, name);
  }

  private FeatureMatrix features(String name) {
    return new HeapFeatures(
        npz.array(name).floats(), npz.array(name).axis(0), npz.array(name).axis(1));
  }
}
