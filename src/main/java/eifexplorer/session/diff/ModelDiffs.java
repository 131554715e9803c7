package eifexplorer.session.diff;

import static java.util.Objects.requireNonNull;

import eifexplorer.confusion.Confusions;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.SelectedRows;
import eifexplorer.experiment.MeanEstimate;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Compares two models on the same test images. Every method runs on the calling thread and can be cancelled. */
public final class ModelDiffs {
  private static final int BLOCK = 1024;

  private final MatrixMath math;

  /** Compares with these matrix products. */
  public ModelDiffs(MatrixMath math) {
    this.math = math;
  }

  /**
   * Compares two models.
   *
   * @throws ProblemException if their test sets have nothing in common
   * @throws eifexplorer.job.JobCancelledException when cancelled
   */
  public ModelDiff compare(ExplorerSession before, ExplorerSession after, JobContext context) {
    TestMatching matching = TestMatching.of(before.dataset(), after.dataset(), context);
    int[] compared = compared(before, after, matching);
    if (compared.length == 0) {
      throw new ProblemException(
          "None of the " + matching.matched() + " common test images is searched for by both",
          "",
          "Compare models that search for the same images, both in the gallery or neither.");
    }
    List<DiffImage> images = changed(before, after, matching, compared);
    ModelMeasurement ofBefore = ModelMeasurement.of(before, math, context);
    ModelMeasurement ofAfter = ModelMeasurement.of(after, math, context);
    String first = OtherModels.title(before);
    String second = OtherModels.title(after);
    return new ModelDiff(
        first.equals(second) ? first + " (before)" : first,
        first.equals(second) ? second + " (after)" : second,
        matching,
        withDistances(images, before, after, context),
        recall(before, compared, images),
        mapAtR(ofBefore, ofAfter, matching, compared),
        both(ofBefore.nmi(), ofAfter.nmi()),
        classes(before, compared, images));
  }

  /** Squared distance of the unit embeddings of two test images, 0..4. */
  public double distance(ExplorerSession session, int first, int second) {
    int[] rows = {first, second};
    FeatureMatrix embeddings =
        Embeddings.of(
            SelectedRows.of(session.bundle().testFeatures(), rows), session.bundle().head(), math);
    return Embeddings.normalisedSquaredDistance(embeddings.row(0), embeddings.row(1));
  }

  private static int[] compared(
      ExplorerSession before, ExplorerSession after, TestMatching matching) {
    return IntStream.range(0, matching.beforeCount())
        .filter(i -> matching.after(i) != Confusions.NONE)
        .filter(i -> before.confusions().isQuery(i))
        .filter(i -> after.confusions().isQuery(matching.after(i)))
        .toArray();
  }

  private static List<DiffImage> changed(
      ExplorerSession before, ExplorerSession after, TestMatching matching, int[] compared) {
    double[] beforeDistances = pairDistances(before);
    double[] afterDistances = pairDistances(after);
    List<DiffImage> images = new ArrayList<>();
    for (int i : compared) {
      int j = matching.after(i);
      boolean wrongBefore = before.confusions().isWrong(i);
      boolean wrongAfter = after.confusions().isWrong(j);
      if (wrongBefore || wrongAfter) {
        int nearestBefore = before.confusions().nearest(i);
        int nearestAfter = after.confusions().nearest(j);
        images.add(
            new DiffImage(
                wrongBefore ? wrongAfter ? DiffKind.STILL : DiffKind.FIXED : DiffKind.NEW,
                i,
                j,
                wrongBefore ? nearestBefore : matching.before(nearestAfter),
                wrongBefore ? matching.after(nearestBefore) : nearestAfter,
                nearestBefore,
                nearestAfter,
                wrongBefore ? beforeDistances[i] : Double.NaN,
                wrongBefore ? Double.NaN : afterDistances[j]));
      }
    }
    return images;
  }

  /** Of the confused pairs, by test index of the wrong image; NaN elsewhere. */
  private static double[] pairDistances(ExplorerSession session) {
    double[] distances = new double[session.confusions().sampleCount()];
    Arrays.fill(distances, Double.NaN);
    session.pairs().forEach(pair -> distances[pair.wrong()] = pair.distance());
    return distances;
  }

  /** Adds how far each pair is apart in the model that does not take it for neighbours. */
  private List<DiffImage> withDistances(
      List<DiffImage> images, ExplorerSession before, ExplorerSession after, JobContext context) {
    List<DiffImage> known = new ArrayList<>(images);
    int[] isNew = positions(images, true);
    int[] wasWrong = positions(images, false);
    int total = isNew.length + wasWrong.length;
    addDistances(known, isNew, before, true, 0, total, context);
    addDistances(known, wasWrong, after, false, isNew.length, total, context);
    return known;
  }

  private static int[] positions(List<DiffImage> images, boolean isNew) {
    return IntStream.range(0, images.size())
        .filter(p -> images.get(p).isInBoth())
        .filter(p -> (images.get(p).kind() == DiffKind.NEW) == isNew)
        .toArray();
  }

  private void addDistances(
      List<DiffImage> images,
      int[] positions,
      ExplorerSession in,
      boolean asBefore,
      int done,
      int total,
      JobContext context) {
    for (int from = 0; from < positions.length; from += BLOCK) {
      context.checkCancelled();
      int[] some = Arrays.copyOfRange(positions, from, Math.min(positions.length, from + BLOCK));
      int[] rows = new int[2 * some.length];
      for (int p = 0; p < some.length; p++) {
        DiffImage image = images.get(some[p]);
        rows[2 * p] = asBefore ? image.before() : image.after();
        rows[2 * p + 1] = asBefore ? image.otherBefore() : image.otherAfter();
      }
      FeatureMatrix features = SelectedRows.of(in.bundle().testFeatures(), rows);
      FeatureMatrix embeddings =
          Embeddings.of(features, in.bundle().head(), math, context.withoutProgress());
      for (int p = 0; p < some.length; p++) {
        double distance =
            Embeddings.normalisedSquaredDistance(embeddings.row(2 * p), embeddings.row(2 * p + 1));
        images.set(some[p], images.get(some[p]).withDistance(distance));
      }
      context.progress(done + from + some.length, total, "pairs");
    }
  }

  private static RecallChange recall(
      ExplorerSession before, int[] compared, List<DiffImage> images) {
    int wrong = (int) Arrays.stream(compared).filter(before.confusions()::isWrong).count();
    return new RecallChange(
        compared.length, wrong, count(images, DiffKind.FIXED), count(images, DiffKind.NEW));
  }

  private static int count(List<DiffImage> images, DiffKind kind) {
    return (int) images.stream().filter(image -> image.kind() == kind).count();
  }

  private static Optional<MetricChange> mapAtR(
      ModelMeasurement first, ModelMeasurement second, TestMatching matching, int[] compared) {
    if (first.precisions().isPresent() && second.precisions().isPresent()) {
      double[] one = first.precisions().get();
      double[] other = second.precisions().get();
      int[] both =
          Arrays.stream(compared)
              .filter(i -> !Double.isNaN(one[i] + other[matching.after(i)]))
              .toArray();
      return both.length == 0
          ? Optional.empty()
          : Optional.of(
              paired(
                  Arrays.stream(both).mapToDouble(i -> one[i]).toArray(),
                  Arrays.stream(both).mapToDouble(i -> other[matching.after(i)]).toArray()));
    }
    return matching.isComplete() ? both(first.mapAtR(), second.mapAtR()) : Optional.empty();
  }

  private static MetricChange paired(double[] before, double[] after) {
    double[] differences = new double[before.length];
    Arrays.setAll(differences, i -> after[i] - before[i]);
    MeanEstimate difference = MeanEstimate.of(differences);
    return new MetricChange(
        MeanEstimate.of(before).mean(),
        MeanEstimate.of(after).mean(),
        difference.low(),
        difference.high());
  }

  private static Optional<MetricChange> both(OptionalDouble before, OptionalDouble after) {
    return before.isPresent() && after.isPresent()
        ? Optional.of(new MetricChange(before.getAsDouble(), after.getAsDouble(), null, null))
        : Optional.empty();
  }

  private static List<ClassChange> classes(
      ExplorerSession before, int[] compared, List<DiffImage> images) {
    Map<Integer, int[]> counts = new TreeMap<>();
    for (int i : compared) {
      counts.computeIfAbsent(before.testSample(i).label(), label -> new int[4])[0]++;
    }
    for (DiffImage image : images) {
      int[] of = requireNonNull(counts.get(before.testSample(image.before()).label()));
      of[1] += image.kind() == DiffKind.NEW ? 0 : 1;
      of[2] += image.kind() == DiffKind.FIXED ? 1 : 0;
      of[3] += image.kind() == DiffKind.NEW ? 1 : 0;
    }
    List<ClassChange> classes = new ArrayList<>();
    counts.forEach(
        (label, of) ->
            classes.add(
                new ClassChange(label, before.className(label), of[0], of[1], of[2], of[3])));
    classes.sort(ClassChange.BY_CHANGE);
    return classes;
  }
}
