package eifexplorer.retrain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eifexplorer.array.KeptArrays;
import eifexplorer.influence.KernelGeneration;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ResultKeys;
import eifexplorer.session.ResultStore;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.ProvenanceFactory;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What trials did, kept as long as the program runs and in the workspace as {@code results/<fingerprint>/trials.json}. The
 * fingerprint covers the model, the data, the change, the pairs, the seeds, the plan and the kernels.
 */
final class TrialStore {
  private static final Logger LOG = LoggerFactory.getLogger(TrialStore.class);
  private static final String TRIALS = "trials.json";
  private static final String COMMAND = "trials";
  private static final int REMEMBERED = 500;

  private final MatrixMath math;
  private final String version;
  private final Cache<Fingerprint, TrialComparison> known =
      Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();

  /** Trials that this version of the program made with these kernels. */
  TrialStore(MatrixMath math, String version) {
    this.math = math;
    this.version = version;
  }

  /** What was kept of a request; empty if nothing was, or it is damaged. */
  Optional<TrialComparison> find(ExplorerSession session, ReweightRequest request) {
    return find(session, fingerprint(session, request));
  }

  private Optional<TrialComparison> find(ExplorerSession session, Fingerprint key) {
    TrialComparison remembered = known.getIfPresent(key);
    if (remembered != null) {
      return Optional.of(remembered);
    }
    Optional<TrialComparison> kept =
        session.workspace().flatMap(workspace -> read(file(workspace, key)));
    kept.ifPresent(trials -> known.put(key, trials));
    return kept;
  }

  /** What was kept, or new trials, which are then kept if they can be. */
  TrialComparison findOrTry(
      ExplorerSession session, ReweightRequest request, Supplier<TrialComparison> tried) {
    Fingerprint key = fingerprint(session, request);
    Optional<TrialComparison> found = find(session, key);
    if (found.isPresent()) {
      return found.get();
    }
    TrialComparison trials = tried.get();
    known.put(key, trials);
    session
        .workspace()
        .ifPresent(
            workspace -> KeptArrays.keep(() -> write(workspace, key, session, request, trials)));
    return trials;
  }

  private static Path file(Workspace workspace, Fingerprint key) {
    return workspace.resultFolder(key).resolve(TRIALS);
  }

  private static Optional<TrialComparison> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(file, TrialComparison.class));
    } catch (ProblemException e) {
      LOG.warn("Kept trials are damaged and are made again. {}", e.getMessage());
      return Optional.empty();
    }
  }

  private void write(
      Workspace workspace,
      Fingerprint key,
      ExplorerSession session,
      ReweightRequest request,
      TrialComparison trials) {
    String weights =
        ResultStore.weights(session.bundle().head(), session.bundle().proxies()).digits();
    Json.write(
        workspace.resultFolder(key).resolve(ResultStore.PROVENANCE),
        new ProvenanceFactory(version)
            .now(
                COMMAND,
                Map.of("model", session.modelTitle(), ResultStore.WEIGHTS, weights),
                Map.of(
                    "change",
                    request.text(),
                    "pairs",
                    request.pairs().toString(),
                    "seeds",
                    request.seeds().toString())));
    Json.write(file(workspace, key), trials);
  }

  private Fingerprint fingerprint(ExplorerSession session, ReweightRequest request) {
    return Fingerprint.builder()
        .add("program", version)
        .add("trials", 1)
        .add("kernels", KernelGeneration.of(math))
        .add("model", ResultKeys.ofModel(session))
        .add("loss", session.loss())
        .add("weights", Arrays.toString(request.weights()))
        .add("labels", new TreeMap<>(request.labels()))
        .add("pairs", request.pairs())
        .add("seeds", request.seeds())
        .add("plan", request.plan())
        .build();
  }
}
