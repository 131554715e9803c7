package eifexplorer.session;

import eifexplorer.array.Npz;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.model.StoredModel;
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
import java.util.function.Supplier;

/**
 * Influence scores kept in a workspace: {@code results/<fingerprint>/scores.npz} and {@code provenance.json}. The
 * fingerprint covers the weights, labels, features, estimator, settings and query, so that a changed one never finds an
 * old result.
 */
public final class ResultStore {
  private static final String SCORES = "scores.npz";
  static final String PROVENANCE = "provenance.json";

  /** Name of the provenance's input that tells whose result it is. */
  static final String WEIGHTS = "weights";

  private static final String COMMAND = "influence";

  private final Workspace workspace;
  private final String version;

  /** The results in a workspace that this version of the program made. */
  public ResultStore(Workspace workspace, String version) {
    this.workspace = workspace;
    this.version = version;
  }

  /** The kept scores, or new ones, which are then kept. */
  public InfluenceScores findOrCompute(
      ExplorerSession session,
      String estimator,
      Map<String, String> options,
      InfluenceQuery query,
      Supplier<InfluenceScores> compute) {
    Fingerprint key = fingerprint(version, session, estimator, options, query);
    Optional<InfluenceScores> found = find(key);
    if (found.isPresent()) {
      return found.get();
    }
    InfluenceScores scores = compute.get();
    save(key, session, estimator, options, query, scores);
    return scores;
  }

  /** Identity of a result of this version of the program. */
  public static Fingerprint fingerprint(
      String version,
      ExplorerSession session,
      String estimator,
      Map<String, String> options,
      InfluenceQuery query) {
    Fingerprint.Builder builder = ResultKeys.of(version, session, estimator, options);
    for (TestPair pair : query.pairs()) {
      builder
          .add("pair", pair)
          .add("test", session.bundle().testFeatures().gather(pair.first(), pair.second()));
    }
    return builder.build();
  }

  /** Identity of a model's last layer and proxies, by which its results are known. */
  static Fingerprint weights(EmbeddingHead head, Proxies proxies) {
    return Fingerprint.builder()
        .add("weight", head.weight())
        .add("bias", head.bias())
        .add("proxies", proxies.values())
        .build();
  }

  /**
   * The folders of scores that are never found again: of a model that is gone, or of another version of the program. What
   * does not say which model it is of is not among them.
   */
  public List<Path> unneeded(ModelStore models) {
    Set<String> known = new HashSet<>();
    for (ModelCard card : models.list()) {
      StoredModel model = models.load(card);
      known.add(weights(model.head(), model.proxies()).digits());
    }
    return Workspace.children(workspace.results()).stream()
        .filter(folder -> Files.exists(folder.resolve(PROVENANCE)))
        .filter(
            folder -> isUnneeded(Json.read(folder.resolve(PROVENANCE), Provenance.class), known))
        .toList();
  }

  private boolean isUnneeded(Provenance provenance, Set<String> known) {
    String weights = provenance.inputs().get(WEIGHTS);
    boolean old =
        COMMAND.equals(provenance.command())
            && !provenance.tool().equals(new ProvenanceFactory(version).tool());
    return weights != null && (old || !known.contains(weights));
  }

  /** The kept scores, if there are any. */
  private Optional<InfluenceScores> find(Fingerprint fingerprint) {
    Path file = workspace.resultFolder(fingerprint).resolve(SCORES);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (Npz npz = Npz.open(file)) {
      double[] influence = npz.array("influence").doubles();
      double[] deltaDistance = npz.array("delta_distance").doubles();
      double[] flat = npz.array("delta_loss").doubles();
      double[][] deltaLoss = new double[deltaDistance.length][];
      for (int t = 0; t < deltaLoss.length; t++) {
        deltaLoss[t] = Arrays.copyOfRange(flat, t * influence.length, (t + 1) * influence.length);
      }
      double distance = npz.array("distance").doubles()[0];
      return Optional.of(new InfluenceScores(influence, deltaLoss, deltaDistance, distance));
    }
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
    Map<String, String> inputs =
        Map.of(
            "model",
            session.modelTitle(),
            WEIGHTS,
            weights(session.bundle().head(), session.bundle().proxies()).digits());
    Json.write(
        folder.resolve(PROVENANCE),
        new ProvenanceFactory(version).now(COMMAND, inputs, parameters));
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
