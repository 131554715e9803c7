package eifexplorer.session;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.influence.KernelGeneration;
import eifexplorer.math.MatrixMath;
import eifexplorer.workspace.Fingerprint;
import java.util.Map;
import java.util.TreeMap;

/** Identity of results of this version of the program, so that a changed input never finds an old one. */
public final class ResultKeys {
  private static final int FORMER_ROWS = 64;

  private ResultKeys() {}

  /** Weights, labels, all training features, loss, estimator, settings, and what computes: version and kernels. */
  public static Fingerprint.Builder of(
      String version,
      MatrixMath math,
      ExplorerSession session,
      String estimator,
      Map<String, String> options) {
    return model(version, session, estimator, options)
        .add("kernels", KernelGeneration.of(math))
        .add("train", FeatureContent.digits(session.bundle().trainFeatures()));
  }

  /** Identity of weights, labels, features and, where they are not all test images, of what is searched for. */
  public static String ofModel(ExplorerSession session) {
    Fingerprint.Builder builder =
        model("", session, "", Map.of())
            .add("train", FeatureContent.digits(session.bundle().trainFeatures()))
            .add("test labels", session.bundle().testLabels())
            .add("test", FeatureContent.digits(session.bundle().testFeatures()));
    return withQueries(builder, session);
  }

  /**
   * Whether a kept result is of this session's model.
   *
   * @param digits what {@link #ofModel} gave, here or in a version that looked at some rows of the features only
   */
  public static boolean isOfModel(ExplorerSession session, String digits) {
    return ofModel(session).equals(digits) || formerOfModel(session).equals(digits);
  }

  private static String formerOfModel(ExplorerSession session) {
    Fingerprint.Builder builder = model("", session, "", Map.of());
    addSome(builder, "train", session.bundle().trainFeatures());
    builder.add("test labels", session.bundle().testLabels());
    addSome(builder, "test", session.bundle().testFeatures());
    return withQueries(builder, session);
  }

  private static String withQueries(Fingerprint.Builder builder, ExplorerSession session) {
    if (session.isInGallery()) {
      builder.add("queries", session.confusions().queryCount());
    }
    return builder.build().digits();
  }

  private static Fingerprint.Builder model(
      String version, ExplorerSession session, String estimator, Map<String, String> options) {
    return session
        .bundle()
        .head()
        .addTo(Fingerprint.builder().add("program", version))
        .add("proxies", session.bundle().proxies().values())
        .add("train labels", session.bundle().trainLabels())
        .add("loss", session.loss())
        .add("estimator", estimator)
        .add("options", new TreeMap<>(options));
  }

  private static void addSome(Fingerprint.Builder builder, String name, FeatureMatrix features) {
    int step = Math.max(1, features.rows() / FORMER_ROWS);
    for (int row = 0; row < features.rows(); row += step) {
      builder.add(name, features.row(row));
    }
  }
}
