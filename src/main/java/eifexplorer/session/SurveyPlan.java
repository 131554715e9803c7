package eifexplorer.session;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.PairSummary;
import eifexplorer.math.MatrixMath;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Provenance;
import eifexplorer.workspace.ProvenanceFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * What a survey of all pairs of a session is made of, whoever computes it: its pairs in blocks, which are kept in the
 * session's workspace under the survey's fingerprint. Not for use from several threads.
 */
public final class SurveyPlan {
  /** Pairs of a block, the last one's excepted. */
  public static final int PAIRS_A_BLOCK = 128;

  /** Training images of each sign that are kept of a pair. */
  public static final int KEPT = 20;

  private final ExplorerSession session;
  private final MatrixMath math;
  private final String estimator;
  private final Map<String, String> options;
  private final String version;
  private final List<TestPair> pairs;
  private final Optional<SurveyFiles> files;
  private final Optional<Path> folder;

  /**
   * The plan of a session's survey.
   *
   * @param math what the estimator computes with
   * @param estimator its name
   * @param options what the estimator was made with
   * @param version of the program
   */
  public SurveyPlan(
      ExplorerSession session,
      MatrixMath math,
      String estimator,
      Map<String, String> options,
      String version) {
    this.session = session;
    this.math = math;
    this.estimator = estimator;
    this.options = options;
    this.version = version;
    this.pairs =
        session.pairs().stream().map(p -> new TestPair(p.wrong(), p.confusedWith())).toList();
    this.folder = session.workspace().map(ws -> ws.resultFolder(key()));
    this.files = folder.map(SurveyFiles::new);
  }

  private Fingerprint key() {
    return ResultKeys.of(version, math, session, estimator, options)
        .add("survey of", pairs)
        .add("test", FeatureContent.digits(session.bundle().testFeatures()))
        .build();
  }

  /** All pairs. */
  public List<TestPair> pairs() {
    return pairs;
  }

  /** N. */
  public int trainingImages() {
    return session.bundle().trainLabels().length;
  }

  /** Where it is kept, named by its fingerprint; empty for a session without a workspace. */
  public Optional<Path> folder() {
    return folder;
  }

  /** How many blocks there are. */
  public int blocks() {
    return (pairs.size() + PAIRS_A_BLOCK - 1) / PAIRS_A_BLOCK;
  }

  /** The pairs of a block. */
  public List<TestPair> block(int b) {
    return pairs.subList(b * PAIRS_A_BLOCK, Math.min(pairs.size(), (b + 1) * PAIRS_A_BLOCK));
  }

  /**
   * Notes what the survey is made from, unless that is noted already.
   *
   * @param more parameters beside estimator, options and number of pairs, such as where it is computed
   */
  public void begin(Map<String, String> more) {
    files.ifPresent(kept -> kept.begin(provenance(more)));
  }

  private Provenance provenance(Map<String, String> more) {
    Map<String, String> parameters = new LinkedHashMap<>(options);
    parameters.put("estimator", estimator);
    parameters.put("pairs", String.valueOf(pairs.size()));
    parameters.put("kernels", math.kernels());
    parameters.putAll(more);
    return new ProvenanceFactory(version)
        .now("influence --all", Map.of("model", session.modelTitle()), parameters);
  }

  /** A block that was kept; empty if it was not, or is damaged. */
  public Optional<SurveyBlock> found(int b) {
    return files.flatMap(kept -> kept.find(b, block(b), trainingImages()));
  }

  /** Keeps a block; false if it can't be kept, which the log tells. */
  public boolean save(int b, SurveyBlock block) {
    return files.map(kept -> kept.save(b, block)).orElse(false);
  }

  /** Training images that are asked about for {@link #withSuspects}, each once. */
  public static int[] harmful(List<PairSummary> summaries) {
    return summaries.stream()
        .flatMapToInt(summary -> Arrays.stream(summary.mostHarmful()))
        .distinct()
        .toArray();
  }

  /**
   * The summaries with their suspects: those harmful images whose likeliest label by their neighbours is not the given one.
   *
   * @param likeliest label of a training image by its neighbours; the given one where they say nothing
   */
  public List<PairSummary> withSuspects(List<PairSummary> summaries, IntUnaryOperator likeliest) {
    int[] labels = session.bundle().trainLabels();
    return summaries.stream()
        .map(
            summary ->
                summary.withSuspects(
                    (int)
                        Arrays.stream(summary.mostHarmful())
                            .filter(i -> likeliest.applyAsInt(i) != labels[i])
                            .count()))
        .toList();
  }
}
