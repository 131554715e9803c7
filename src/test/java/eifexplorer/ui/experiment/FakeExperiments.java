package eifexplorer.ui.experiment;

import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentListing;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.ExperimentResult;
import eifexplorer.experiment.ExperimentRun;
import eifexplorer.experiment.StoredExperiment;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Experiments;
import eifexplorer.session.ExplorerSession;
import eifexplorer.workspace.Provenance;
import eifexplorer.workspace.Unreadable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Keeps results in memory; the fingerprint is the experiment's name with its values. */
final class FakeExperiments implements Experiments {
  /** What the listing names as damaged. */
  List<Unreadable> damaged = List.of();

  final List<ExperimentResult> kept = new ArrayList<>();
  Optional<ProblemException> trouble = Optional.empty();
  boolean same = true;

  @Override
  public List<Experiment> all() {
    return List.of(new CountingExperiment());
  }

  @Override
  public ExperimentResult run(
      ExplorerSession session,
      String id,
      Map<String, String> given,
      ExperimentObserver observer,
      JobContext context) {
    trouble.ifPresent(
        problem -> {
          throw problem;
        });
    int to = Integer.parseInt(given.get("to"));
    observer.soFar(CountingExperiment.findings(1));
    ExperimentRun run =
        new ExperimentRun(
            id + to,
            id,
            given,
            "model",
            new Provenance(
                "test",
                "2026-01-01T00:00:00Z",
                "experiment " + id,
                Map.of(ExperimentRun.MODEL, "a model"),
                Map.of(ExperimentRun.COMMAND_LINE, "eif-explorer experiment " + id)));
    ExperimentResult result =
        new ExperimentResult(
            run,
            "Counting",
            "How far does it come?",
            CountingExperiment.findings(to),
            "2026-01-01T00:00:00Z",
            2);
    kept.add(0, result);
    return result;
  }

  @Override
  public ExperimentListing list(Path workspace) {
    return new ExperimentListing(
        kept.stream()
            .map(result -> new StoredExperiment(result.run(), 1, Optional.of(result.finished())))
            .toList(),
        damaged);
  }

  @Override
  public ExperimentResult result(Path workspace, String fingerprint) {
    return kept.stream()
        .filter(result -> result.run().fingerprint().equals(fingerprint))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public boolean isSame(ExplorerSession session, ExperimentRun run) {
    return same;
  }

  @Override
  public void delete(Path workspace, String fingerprint) {
    kept.removeIf(result -> result.run().fingerprint().equals(fingerprint));
  }

  @Override
  public Function<String, Optional<byte[]>> thumbnails(Path workspace) {
    return path -> Optional.empty();
  }
}
