package eifexplorer.session.diff;

import eifexplorer.array.KeptArrays;
import eifexplorer.array.Npz;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.influence.KernelGeneration;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.Measurement;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ResultKeys;
import eifexplorer.session.ResultStore;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Fingerprint;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * MAP@R image by image and NMI of a session's model, kept in its workspace: {@code results/<fingerprint>/retrieval.npz}. Of a
 * large test set, whose search would take minutes, only what was measured when the model was made.
 *
 * @param precisions average precision at R of every test image [M], NaN for those that search for nothing; empty if unknown
 * @param mapAtR of all test images; empty if unknown
 * @param nmi of all test images; empty if unknown
 */
record ModelMeasurement(Optional<double[]> precisions, OptionalDouble mapAtR, OptionalDouble nmi) {
  /** More test images than these are not searched for their R neighbours here. */
  static final int MOST_MEASURED = 20_000;

  private static final String FILE = "retrieval.npz";

  static ModelMeasurement of(ExplorerSession session, MatrixMath math, JobContext context) {
    Optional<ModelCard> card =
        session
            .workspace()
            .flatMap(workspace -> new ModelStore(workspace).ofHead(session.bundle().head()));
    int images = session.dataset().test().size();
    if (images > MOST_MEASURED) {
      return new ModelMeasurement(Optional.empty(), noted(card, "map_at_r"), noted(card, "nmi"));
    }
    Optional<Path> file =
        session
            .workspace()
            .map(workspace -> workspace.resultFolder(fingerprint(session, math)).resolve(FILE));
    return file.flatMap(kept -> read(kept, images))
        .orElseGet(() -> measure(session, card, file, math, context));
  }

  private static OptionalDouble noted(Optional<ModelCard> card, String metric) {
    return card.map(of -> of.metric(metric)).orElse(OptionalDouble.empty());
  }

  private static Fingerprint fingerprint(ExplorerSession session, MatrixMath math) {
    return Fingerprint.builder()
        .add("retrieval", 1)
        .add("kernels", KernelGeneration.of(math))
        .add("model", ResultKeys.ofModel(session))
        .build();
  }

  private static ModelMeasurement measure(
      ExplorerSession session,
      Optional<ModelCard> card,
      Optional<Path> file,
      MatrixMath math,
      JobContext context) {
    EmbeddingBundle bundle = session.bundle();
    FeatureMatrix embeddings = Embeddings.of(bundle.testFeatures(), bundle.head(), math, context);
    Measurement measurement = new Measurement(math);
    double[] precisions = measurement.averagePrecisions(session.dataset(), embeddings, context);
    OptionalDouble nmi = noted(card, "nmi");
    if (nmi.isEmpty()) {
      nmi = OptionalDouble.of(measurement.nmi(session.dataset(), embeddings, context));
    }
    double known = nmi.getAsDouble();
    file.ifPresent(
        kept ->
            KeptArrays.keep(
                () -> {
                  ResultStore.note(kept, "retrieval", session);
                  write(kept, precisions, known);
                }));
    return new ModelMeasurement(Optional.of(precisions), mean(precisions), nmi);
  }

  private static OptionalDouble mean(double[] precisions) {
    return Arrays.stream(precisions).filter(p -> !Double.isNaN(p)).average();
  }

  private static Optional<ModelMeasurement> read(Path file, int images) {
    return KeptArrays.read(
        file,
        npz -> {
          double[] precisions = npz.array("average_precision").requireShape(images).doubles();
          double nmi = npz.array("nmi").requireShape(1).doubles()[0];
          return new ModelMeasurement(
              Optional.of(precisions), mean(precisions), OptionalDouble.of(nmi));
        });
  }

  private static void write(Path file, double[] precisions, double nmi) {
    AtomicFiles.write(
        file,
        out -> {
          Npz.Writer writer = new Npz.Writer(out);
          writer.put("average_precision", precisions, precisions.length);
          writer.put("nmi", new double[] {nmi}, 1);
          writer.finish();
        });
  }
}
