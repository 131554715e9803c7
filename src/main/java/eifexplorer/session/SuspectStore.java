package eifexplorer.session;

import eifexplorer.array.KeptArrays;
import eifexplorer.array.Npz;
import eifexplorer.math.MatrixMath;
import eifexplorer.review.suspect.ScoreKeeper;
import eifexplorer.review.suspect.SuspectScores;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Detectors' scores kept in a workspace, {@code results/<fingerprint>/suspects.npz}. The fingerprint covers weights, labels,
 * features, stages, detector, kernels and version.
 */
final class SuspectStore implements ScoreKeeper {
  private static final String FILE = "suspects.npz";
  private static final String COMMAND = "suspects";

  private final Workspace workspace;
  private final ExplorerSession session;
  private final MatrixMath math;
  private final String version;

  SuspectStore(Workspace workspace, ExplorerSession session, MatrixMath math, String version) {
    this.workspace = workspace;
    this.session = session;
    this.math = math;
    this.version = version;
  }

  @Override
  public Optional<SuspectScores> find(String detector) {
    return find(file(detector));
  }

  private Optional<SuspectScores> find(Path file) {
    int n = session.bundle().trainLabels().length;
    return KeptArrays.read(
            file,
            npz ->
                new SuspectScores(
                    npz.array("suspicion").requireShape(n).doubles(),
                    npz.array("values").requireShape(n).doubles()))
        .filter(SuspectStore::tellsSamplesApart);
  }

  /** Damaged files hold anything; of scores that know no sample nothing is lost when they are computed again. */
  private static boolean tellsSamplesApart(SuspectScores scores) {
    double[] suspicions = scores.suspicions();
    return Arrays.stream(suspicions).noneMatch(Double::isInfinite)
        && Arrays.stream(suspicions).anyMatch(Double::isFinite);
  }

  @Override
  public SuspectScores findOrCompute(String detector, Supplier<SuspectScores> compute) {
    Path file = file(detector);
    return find(file)
        .orElseGet(
            () -> {
              SuspectScores scores = compute.get();
              KeptArrays.keep(() -> save(file, scores));
              return scores;
            });
  }

  private Path file(String detector) {
    Fingerprint.Builder key =
        ResultKeys.of(version, math, session, COMMAND, Map.of("detector", detector));
    session
        .bundle()
        .trainStages()
        .ifPresent(stages -> key.add("stages", FeatureContent.digits(stages.rows())));
    return workspace.resultFolder(key.build()).resolve(FILE);
  }

  private void save(Path file, SuspectScores scores) {
    ResultStore.note(file, COMMAND, session);
    AtomicFiles.write(
        file,
        out -> {
          Npz.Writer writer = new Npz.Writer(out);
          writer.put("suspicion", scores.suspicions(), scores.size());
          writer.put("values", scores.values(), scores.size());
          writer.finish();
        });
  }
}
