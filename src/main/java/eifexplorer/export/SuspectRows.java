package eifexplorer.export;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.review.suspect.LabelLikelihood;
import eifexplorer.review.suspect.RelabelSuggestion;
import eifexplorer.review.suspect.SuspectDetectors;
import eifexplorer.review.suspect.SuspectScores;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Suspects as rows of named values, for a file or a terminal. */
public final class SuspectRows {
  /** The column that says whether neighbours agree with the suggested label. */
  public static final String AGREE = "neighbours_agree";

  private static final double DIGITS = 1e4;

  private final ImageDataset dataset;
  private final Map<String, SuspectScores> scores;

  /**
   * Rows of a data set's training images.
   *
   * @param scores by the detector's id, in the order of the columns
   */
  public SuspectRows(ImageDataset dataset, Map<String, SuspectScores> scores) {
    this.dataset = dataset;
    this.scores = scores;
  }

  /** A row with all suggested labels and the reasons, each by name. */
  public Map<String, Object> row(int rank, RelabelSuggestion suggestion) {
    Map<String, Object> row = head(rank, suggestion);
    Map<String, Double> named = new LinkedHashMap<>();
    suggestion.byMargins().forEach(likely -> named.put(name(likely.label()), likely.probability()));
    row.put("probabilities", named);
    Map<String, String> reasons = new LinkedHashMap<>();
    putReasons(suggestion.trainIndex(), reasons::put);
    row.put("reasons", reasons);
    return row;
  }

  /** A row as a line of a file: the suggested label's probability in four digits, the reasons in columns of their own. */
  public Map<String, Object> line(int rank, RelabelSuggestion suggestion) {
    Map<String, Object> line = head(rank, suggestion);
    line.put(
        "probability",
        suggestion.byMargins().stream()
            .filter(likely -> likely.label() == suggestion.bestOther())
            .mapToDouble(LabelLikelihood::probability)
            .mapToObj(p -> (Object) (Math.round(p * DIGITS) / DIGITS))
            .findFirst()
            .orElse(""));
    putReasons(suggestion.trainIndex(), line::put);
    return line;
  }

  private Map<String, Object> head(int rank, RelabelSuggestion suggestion) {
    Sample sample = dataset.train().get(suggestion.trainIndex());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("rank", rank);
    row.put("index", suggestion.trainIndex());
    row.put("path", sample.path());
    row.put("label", name(sample.label()));
    row.put("suggested", suggestion.bestOther() < 0 ? "" : name(suggestion.bestOther()));
    row.put(AGREE, suggestion.agree());
    return row;
  }

  private String name(int label) {
    return dataset.classOf(label).displayName();
  }

  private void putReasons(int trainIndex, BiConsumer<String, String> row) {
    scores.forEach(
        (id, of) -> row.accept(id, SuspectDetectors.byId(id).format(of.value(trainIndex))));
  }
}
