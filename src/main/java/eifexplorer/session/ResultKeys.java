package eifexplorer.session;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.workspace.Fingerprint;
import java.util.Map;
import java.util.TreeMap;

/** Identity of results of this version of the program, so that a changed input never finds an old one. */
public final class ResultKeys {
  private static final int FEATURE_ROWS = 64;

  private ResultKeys() {}

  /** Weights, labels, some of the features (others come with another head, which is whole), loss, estimator, settings. */
  public static Fingerprint.Builder of(
      String version, ExplorerSession session, String estimator, Map<String, String> options) {
    Fingerprint.Builder builder =
        Fingerprint.builder()
            .add("program", version)
            .add("weight", session.bundle().head().weight())
            .add("bias", session.bundle().head().bias())
            .add("proxies", session.bundle().proxies().values())
            .add("train labels", session.bundle().trainLabels())
            .add("loss", session.loss())
            .add("estimator", estimator)
            .add("options", new TreeMap<>(options));
    addSome(builder, "train", session.bundle().trainFeatures());
    return builder;
  }

  /** Identity of weights, labels, features and, where they are not all test images, of what is searched for. */
  public static String ofModel(ExplorerSession session) {
    Fingerprint.Builder builder =
        of("", session, "", Map.of()).add("test labels", session.bundle().testLabels());
    addSome(builder, "test", session.bundle().testFeatures());
    if (session.isInGallery()) {
      builder.add("queries", session.confusions().queryCount());
    }
    return builder.build().digits();
  }

  /** Rows of a matrix spread evenly over it. */
  static void addSome(Fingerprint.Builder builder, String name, FeatureMatrix features) {
    int step = Math.max(1, features.rows() / FEATURE_ROWS);
    for (int row = 0; row < features.rows(); row += step) {
      builder.add(name, features.row(row));
    }
  }
}
