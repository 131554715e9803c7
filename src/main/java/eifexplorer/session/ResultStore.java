package eifexplorer.session;

import eifexplorer.array.KeptArrays;
import eifexplorer.array.Npz;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.model.StoredModel;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.Provenance;
import eifexplorer.workspace.ProvenanceFactory;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Influence scores kept in a workspace: {@code results/<fingerprint>/scores.npz} and {@code provenance.json}. The
 * fingerprint covers the weights, labels, features, estimator, settings, kernels and query, so that a changed one never finds an
 * old result.
 */
public final class ResultStore {
  private static final Logger LOG = LoggerFactory.getLogger(ResultStore.class);
  private static final String SCORES = "scores.npz";

  /** Name of the file beside a result that says what it was made from. */
  public static final String PROVENANCE = "provenance.json";

  /** Name of the provenance's input that tells whose result it is. */
  public static final String WEIGHTS = "weights";

  private static final String COMMAND = "influence";

  private final Workspace workspace;
  private final MatrixMath math;
  private final String version;

  /** The results in a workspace that this version of the program made with these kernels. */
  public ResultStore(Workspace workspace, MatrixMath math, String version) {
    this.workspace = workspace;
    this.math = math;
    this.version = version;
  }

  /**
   * Notes beside a kept file what made it and of which model it is, so that it is cleared away with that model.
   *
   * @param file the kept result, in a folder of its own
   * @param command what it is
   */
  public static void note(Path file, String command, ExplorerSession session) {
    String digits = weights(session.bundle().head(), session.bundle().proxies()).digits();
    Json.write(
        file.resolveSibling(PROVENANCE),
        new ProvenanceFactory("")
            .now(command, Map.of("model", session.modelTitle(), WEIGHTS, digits), Map.of()));
  }

  /** The kept scores, or new ones, which are then kept if they can be; damaged ones are replaced. */
  public InfluenceScores findOrCompute(
      ExplorerSession session,
      String estimator,
      Map<String, String> options,
      InfluenceQuery query,
      Supplier<InfluenceScores> compute) {
    Fingerprint key = fingerprint(version, math, session, estimator, options, query);
    Optional<InfluenceScores> found = find(key, session.bundle().trainLabels().length);
    if (found.isPresent()) {
      return found.get();
    }
    InfluenceScores scores = compute.get();
    KeptArrays.keep(() -> save(key, session, estimator, options, query, scores));
    return scores;
  }

  /** Identity of a result of this version of the program and these kernels. */
  public static Fingerprint fingerprint(
      String version,
      MatrixMath math,
      ExplorerSession session,
      String estimator,
      Map<String, String> options,
      InfluenceQuery query) {
    Fingerprint.Builder builder = ResultKeys.of(version, math, session, estimator, options);
    for (TestPair pair : query.pairs()) {
      builder
          .add("pair", pair)
          .add("test", session.bundle().testFeatures().gather(pair.first(), pair.second()));
    }
    return builder.build();
  }

  /** Identity of a model's last layer and proxies, by which its results are known. */
  public static Fingerprint weights(EmbeddingHead head, Proxies proxies) {
    return head.addTo(Fingerprint.builder()).add("proxies", proxies.values()).build();
  }

  /** What a result's provenance says of the session's model, by which {@link #unneeded} knows it. */
  public static Map<String, String> inputs(ExplorerSession session) {
    return Map.of(
        "model",
        session.modelTitle(),
        WEIGHTS,
        weights(session.bundle().head(), session.bundle().proxies()).digits());
  }

  /**
   * The folders of scores that are never found again: of a model that is gone, or of another version of the program. What
   * does not say which model it is of is not among them, nor, while a model is damaged, what may be of that one.
   */
  public static List<Path> unneeded(Workspace workspace, ModelStore models, String version) {
    Predicate<String> known = knownWeights(models);
    return Workspace.children(workspace.results()).stream()
        .filter(
            folder ->
                provenance(folder).filter(made -> isUnneeded(made, known, version)).isPresent())
        .toList();
  }

  private static Predicate<String> knownWeights(ModelStore models) {
    Set<String> known = new HashSet<>();
    try {
      for (ModelCard card : models.list()) {
        StoredModel model = models.load(card);
        known.add(weights(model.head(), model.proxies()).digits());
      }
    } catch (ProblemException e) {
      LOG.warn("The results of all models are kept, since one is damaged. {}", e.getMessage());
      return weights -> true;
    }
    return known::contains;
  }

  private static Optional<Provenance> provenance(Path folder) {
    Path file = folder.resolve(PROVENANCE);
    try {
      return Files.exists(file) ? Optional.of(Json.read(file, Provenance.class)) : Optional.empty();
    } catch (ProblemException e) {
      LOG.warn("What a result was made from can't be read. {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static boolean isUnneeded(
      Provenance provenance, Predicate<String> known, String version) {
    String weights = provenance.inputs().get(WEIGHTS);
    boolean old =
        COMMAND.equals(provenance.command())
            && !provenance.tool().equals(new ProvenanceFactory(version).tool());
    return weights != null && (old || !known.test(weights));
  }

  /** The kept scores of a query, if there are any. */
  private Optional<InfluenceScores> find(Fingerprint fingerprint, int trainingSamples) {
    return KeptArrays.read(
        workspace.resultFolder(fingerprint).resolve(SCORES),
        npz -> {
          double[] influence = npz.array("influence").requireShape(trainingSamples).doubles();
          double[] deltaDistance = npz.array("delta_distance").requireShape(-1).doubles();
          int n = influence.length;
          double[] flat = npz.array("delta_loss").requireShape(deltaDistance.length, n).doubles();
          double[][] deltaLoss = new double[deltaDistance.length][];
          for (int t = 0; t < deltaLoss.length; t++) {
            deltaLoss[t] = Arrays.copyOfRange(flat, t * n, (t + 1) * n);
          }
          double distance = npz.array("distance").requireShape(1).doubles()[0];
          return new InfluenceScores(influence, deltaLoss, deltaDistance, distance);
        });
  }

  /** Keeps scores with what they were made from. */
  private void save(
      Fingerprint fingerprint,
      ExplorerSession session,
      String estimator,
      Map<String, String> options,
      InfluenceQuery query,
      InfluenceScores scores) {
    Path folder = workspace.resultFolder(fingerprint);
    Map<String, String> parameters = new LinkedHashMap<>(options);
    parameters.put("estimator", estimator);
    parameters.put("query", query.title());
    parameters.put("pairs", query.pairs().toString());
    parameters.put("kernels", math.kernels());
    Json.write(
        folder.resolve(PROVENANCE),
        new ProvenanceFactory(version).now(COMMAND, inputs(session), parameters));
    AtomicFiles.write(
        folder.resolve(SCORES),
        out -> {
          Npz.Writer writer = new Npz.Writer(out);
          int n = scores.size();
          double[] deltaLoss = new double[scores.thetas() * n];
          double[] deltaDistance = new double[scores.thetas()];
          for (int t = 0; t < scores.thetas(); t++) {
            deltaDistance[t] = scores.deltaDistance(t);
            for (int i = 0; i < n; i++) {
              deltaLoss[t * n + i] = scores.deltaLoss(t, i);
            }
          }
          writer.put("influence", scores.influences(), n);
          writer.put("delta_loss", deltaLoss, scores.thetas(), n);
          writer.put("delta_distance", deltaDistance, scores.thetas());
          writer.put("distance", new double[] {scores.distance()}, 1);
          writer.finish();
        });
  }
}
