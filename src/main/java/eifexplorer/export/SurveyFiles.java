package eifexplorer.export;

import eifexplorer.array.Npz;
import eifexplorer.influence.PairSummary;
import eifexplorer.influence.PairSurvey;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the survey of all pairs as {@code .npz}, {@code .csv} or {@code .json}. */
public final class SurveyFiles {
  private SurveyFiles() {}

  /**
   * Writes a survey of Q pairs on N training images.
   *
   * <p>{@code .npz}: {@code pairs [Q,2]}, {@code distance [Q]}, {@code harmful} and {@code helpful [Q,k]} (training indices,
   * strongest first, -1 where there are fewer), {@code harmful_influence} and {@code helpful_influence [Q,k]}, {@code
   * suspects [Q]}, {@code harm [N]} and {@code pairs_harmed [N]}. {@code .csv}: one row a pair and kept training image.
   * {@code .json}: the same, nested, with every training image that harms a pair.
   *
   * @throws eifexplorer.problem.ProblemException if the ending is another or the file can't be written
   */
  public static void write(
      Path file, PairSurvey survey, ScoreOrigin origin, SampleNames names, int top) {
    OutputFormat format =
        OutputFormat.of(file, OutputFormat.NPZ, OutputFormat.CSV, OutputFormat.JSON);
    switch (format) {
      case NPZ -> AtomicFiles.write(file, out -> writeNpz(out, survey, top));
      case CSV -> AtomicFiles.write(file, out -> writeCsv(out, survey, names, top));
      case JSON -> {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("sign_convention", InfluenceFiles.SIGN_CONVENTION);
        origin.describeIn(all);
        all.put("training_images", training(survey, names, survey.trainingImages()));
        all.put("pairs", survey.summaries().stream().map(s -> pair(s, names, top)).toList());
        Json.write(file, all);
      }
      default -> throw new IllegalStateException(format.name());
    }
  }

  private static void writeNpz(OutputStream out, PairSurvey survey, int top) throws IOException {
    List<PairSummary> all = survey.summaries();
    int q = all.size();
    Npz.Writer writer = new Npz.Writer(out);
    long[] pairs =
        all.stream()
            .flatMapToLong(s -> Arrays.stream(new long[] {s.pair().first(), s.pair().second()}))
            .toArray();
    writer.put("pairs", pairs, q, 2);
    writer.put("distance", all.stream().mapToDouble(PairSummary::distance).toArray(), q);
    writer.put("suspects", all.stream().mapToLong(PairSummary::suspects).toArray(), q);
    long[][] indices = {new long[q * top], new long[q * top]};
    double[][] influences = {new double[q * top], new double[q * top]};
    for (int p = 0; p < q; p++) {
      fill(indices[0], influences[0], p, top, all.get(p).harmful(), all.get(p).harmfulInfluence());
      fill(indices[1], influences[1], p, top, all.get(p).helpful(), all.get(p).helpfulInfluence());
    }
    writer.put("harmful", indices[0], q, top);
    writer.put("harmful_influence", influences[0], q, top);
    writer.put("helpful", indices[1], q, top);
    writer.put("helpful_influence", influences[1], q, top);
    double[] harm = new double[survey.trainingImages()];
    long[] harmed = new long[harm.length];
    Arrays.setAll(harm, survey::harm);
    Arrays.setAll(harmed, survey::pairsHarmed);
    writer.put("harm", harm, harm.length);
    writer.put("pairs_harmed", harmed, harmed.length);
    writer.finish();
  }

  private static void fill(
      long[] indices, double[] influences, int pair, int top, int[] kept, double[] keptInfluence) {
    for (int r = 0; r < top; r++) {
      boolean there = r < kept.length;
      indices[pair * top + r] = there ? kept[r] : -1;
      influences[pair * top + r] = there ? keptInfluence[r] : 0;
    }
  }

  private static void writeCsv(OutputStream out, PairSurvey survey, SampleNames names, int top)
      throws IOException {
    TableCsv csv = new TableCsv(out);
    csv.line(
        "wrong",
        "confused_with",
        "distance",
        "rank",
        "effect",
        "train_index",
        "path",
        "class",
        "influence_positive_is_harmful");
    for (PairSummary s : survey.summaries()) {
      for (Map<String, Object> row : listed(s.harmful(), s.harmfulInfluence(), names, top)) {
        print(csv, s, "harmful", row);
      }
      for (Map<String, Object> row : listed(s.helpful(), s.helpfulInfluence(), names, top)) {
        print(csv, s, "helpful", row);
      }
    }
    csv.flush();
  }

  private static void print(
      TableCsv csv, PairSummary summary, String effect, Map<String, Object> row)
      throws IOException {
    csv.line(
        summary.pair().first(),
        summary.pair().second(),
        summary.distance(),
        row.get("rank"),
        effect,
        row.get("train_index"),
        row.get("path"),
        row.get("class"),
        row.get("influence"));
  }

  /** The training images that harm most over all pairs, as nested values for JSON. */
  public static List<Map<String, Object>> training(
      PairSurvey survey, SampleNames names, int count) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i : survey.mostHarmful(count)) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("train_index", i);
      row.put("path", names.trainPath(i));
      row.put("class", names.trainClass(i));
      row.put("harm", survey.harm(i));
      row.put("pairs_harmed", survey.pairsHarmed(i));
      survey
          .harmed(i, 1)
          .forEach(
              worst -> {
                row.put("worst_pair", new int[] {worst.pair().first(), worst.pair().second()});
                row.put("worst_rank", worst.rank());
              });
      rows.add(row);
    }
    return rows;
  }

  private static Map<String, Object> pair(PairSummary s, SampleNames names, int top) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("pair", new int[] {s.pair().first(), s.pair().second()});
    row.put("distance", s.distance());
    row.put("suspects", s.suspects());
    row.put("harmful", listed(s.harmful(), s.harmfulInfluence(), names, top));
    row.put("helpful", listed(s.helpful(), s.helpfulInfluence(), names, top));
    return row;
  }

  private static List<Map<String, Object>> listed(
      int[] indices, double[] influences, SampleNames names, int top) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int r = 0; r < Math.min(top, indices.length); r++) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("rank", r + 1);
      row.put("train_index", indices[r]);
      row.put("path", names.trainPath(indices[r]));
      row.put("class", names.trainClass(indices[r]));
      row.put("influence", influences[r]);
      rows.add(row);
    }
    return rows;
  }
}
