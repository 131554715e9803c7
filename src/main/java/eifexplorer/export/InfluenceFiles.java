package eifexplorer.export;

import eifexplorer.array.Npz;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.ScoreStability;
import eifexplorer.math.IndexOrder;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes influence scores as {@code .npz}, {@code .csv} or {@code .json}. */
public final class InfluenceFiles {
  /** The convention every file names. */
  public static final String SIGN_CONVENTION =
      "positive = harmful (keeps the pair close), negative = helpful";

  private InfluenceFiles() {}

  /**
   * Writes the scores of Q queries on the same model.
   *
   * <p>{@code .npz}: {@code influence [Q,N]}, {@code delta_loss [Q,T,N]}, {@code delta_distance [Q,T]}, {@code distance [Q]}
   * (float64) and {@code pairs [Q,2]} (int64, -1 for queries of several pairs). {@code .csv}: one row a query and training
   * sample, most harmful first, with the estimator and what it is worth. {@code .json}: the same, nested.
   *
   * @throws eifexplorer.problem.ProblemException if the ending is another or the file can't be written
   */
  public static void write(
      Path file, List<ScoredQuery> results, ScoreOrigin origin, SampleNames names) {
    OutputFormat format =
        OutputFormat.of(file, OutputFormat.NPZ, OutputFormat.CSV, OutputFormat.JSON);
    switch (format) {
      case NPZ -> AtomicFiles.write(file, out -> writeNpz(out, results));
      case CSV -> AtomicFiles.write(file, out -> writeCsv(out, results, origin, names));
      case JSON -> Json.write(file, describe(results, origin, names, Integer.MAX_VALUE));
      default -> throw new IllegalStateException(format.name());
    }
  }

  private static void writeNpz(OutputStream out, List<ScoredQuery> results) throws IOException {
    int queries = results.size();
    int n = results.get(0).scores().size();
    int thetas = results.get(0).scores().thetas();
    double[] influence = new double[Math.multiplyExact(queries, n)];
    double[] deltaLoss = new double[Math.multiplyExact(influence.length, thetas)];
    double[] deltaDistance = new double[queries * thetas];
    double[] distance = new double[queries];
    long[] pairs = new long[queries * 2];
    for (int q = 0; q < queries; q++) {
      InfluenceScores scores = results.get(q).scores();
      System.arraycopy(scores.influences(), 0, influence, q * n, n);
      for (int t = 0; t < thetas; t++) {
        for (int i = 0; i < n; i++) {
          deltaLoss[(q * thetas + t) * n + i] = scores.deltaLoss(t, i);
        }
        deltaDistance[q * thetas + t] = scores.deltaDistance(t);
      }
      distance[q] = scores.distance();
      pairs[2 * q] = results.get(q).pair()[0];
      pairs[2 * q + 1] = results.get(q).pair()[1];
    }
    Npz.Writer writer = new Npz.Writer(out);
    writer.put("influence", influence, queries, n);
    writer.put("delta_loss", deltaLoss, queries, thetas, n);
    writer.put("delta_distance", deltaDistance, queries, thetas);
    writer.put("distance", distance, queries);
    writer.put("pairs", pairs, queries, 2);
    writer.finish();
  }

  private static void writeCsv(
      OutputStream out, List<ScoredQuery> results, ScoreOrigin origin, SampleNames names)
      throws IOException {
    TableCsv csv = new TableCsv(out);
    List<Object> head =
        new ArrayList<>(
            List.of(
                "query",
                "rank",
                "train_index",
                "path",
                "class",
                "influence_positive_is_harmful",
                "effect"));
    head.addAll(ScoreOrigin.columns());
    csv.line(head);
    List<Object> same = origin.cells();
    for (ScoredQuery result : results) {
      int rank = 0;
      for (int i : byHarm(result.scores())) {
        double value = result.scores().influence(i);
        List<Object> cells =
            new ArrayList<>(
                List.of(
                    result.query().title(),
                    ++rank,
                    i,
                    names.trainPath(i),
                    names.trainClass(i),
                    value,
                    effect(value)));
        cells.addAll(same);
        csv.line(cells);
      }
    }
    csv.flush();
  }

  /**
   * The results as nested values for JSON.
   *
   * @param top the most harmful and the most helpful listed for each query
   */
  public static Map<String, Object> describe(
      List<ScoredQuery> results, ScoreOrigin origin, SampleNames names, int top) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("sign_convention", SIGN_CONVENTION);
    origin.describeIn(all);
    all.put("queries", results.stream().map(r -> describe(r, names, top)).toList());
    return all;
  }

  private static Map<String, Object> describe(ScoredQuery result, SampleNames names, int top) {
    InfluenceScores scores = result.scores();
    List<Double> deltaDistance = new ArrayList<>();
    for (int t = 0; t < scores.thetas(); t++) {
      deltaDistance.add(scores.deltaDistance(t));
    }
    int[] harmful = scores.harmful();
    int[] helpful = scores.helpful();
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("query", result.query().title());
    one.put(
        "pairs",
        result.query().pairs().stream().map(p -> new int[] {p.first(), p.second()}).toList());
    one.put("distance", scores.distance());
    one.put("delta_distance", deltaDistance);
    one.put("harmful_count", harmful.length);
    one.put("helpful_count", helpful.length);
    result.stability().ifPresent(s -> one.put("stability", s.source()));
    one.putAll(result.more());
    one.put("harmful", listed(result, harmful, names, top));
    one.put("helpful", listed(result, helpful, names, top));
    return one;
  }

  private static List<Map<String, Object>> listed(
      ScoredQuery result, int[] ranked, SampleNames names, int top) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int rank = 0; rank < Math.min(top, ranked.length); rank++) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("rank", rank + 1);
      row.put("train_index", ranked[rank]);
      row.put("path", names.trainPath(ranked[rank]));
      row.put("class", names.trainClass(ranked[rank]));
      row.put("influence", result.scores().influence(ranked[rank]));
      int trainIndex = ranked[rank];
      result.stability().ifPresent(stability -> row.putAll(describe(stability, trainIndex)));
      rows.add(row);
    }
    return rows;
  }

  private static Map<String, Object> describe(ScoreStability stability, int trainIndex) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("stable", stability.isStable(trainIndex));
    fields.put("same_sign", stability.sameSign(trainIndex));
    fields.put("views", stability.views());
    fields.put("rank_from", stability.highestRank(trainIndex));
    fields.put("rank_to", stability.lowestRank(trainIndex));
    return fields;
  }

  private static int[] byHarm(InfluenceScores scores) {
    return IndexOrder.descending(scores.influences());
  }

  private static String effect(double value) {
    return value > 0 ? "harmful" : value < 0 ? "helpful" : "neither";
  }
}
