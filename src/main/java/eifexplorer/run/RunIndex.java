package eifexplorer.run;

import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.Unreadable;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the training runs of a workspace. */
final class RunIndex {
  private RunIndex() {}

  /** All that can be read, the oldest first, and what is damaged. */
  static RunListing list(Workspace workspace) {
    List<RunSummary> runs = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    for (Path child : Workspace.children(workspace.runs())) {
      try {
        RunFiles.find(child).map(RunFiles::summary).ifPresent(runs::add);
      } catch (ProblemException e) {
        unreadable.add(Unreadable.of(child.getFileName().toString(), e));
      }
    }
    runs.sort(
        Comparator.comparing((RunSummary run) -> run.provenance().created())
            .thenComparing(RunSummary::id));
    return new RunListing(runs, unreadable);
  }

  private static List<RunFiles> all(Workspace workspace) {
    return Workspace.children(workspace.runs()).stream()
        .map(RunIndex::readable)
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparing((RunFiles files) -> files.run().provenance().created())
                .thenComparing(files -> files.run().id()))
        .toList();
  }

  /** A run whose file is damaged must not stand in the way of the others; {@link #list} tells of it. */
  private static Optional<RunFiles> readable(Path folder) {
    try {
      return RunFiles.find(folder);
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /** One by its id. Throws {@link ProblemException} naming those there are. */
  static RunFiles find(Workspace workspace, String id) {
    List<RunFiles> all = all(workspace);
    return all.stream()
        .filter(files -> files.run().id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badValue(
                    "run",
                    id,
                    String.join(", ", all.stream().map(files -> files.run().id()).toList())));
  }

  private static boolean isWanted(RunFiles files) {
    RunState state = files.summary().state();
    return state != RunState.FINISHED && state != RunState.CANCELLED;
  }

  /** The newest that is neither finished nor given up. Throws {@link ProblemException} if there is none. */
  static RunFiles newestUnfinished(Workspace workspace) {
    return all(workspace).stream()
        .filter(RunIndex::isWanted)
        .reduce((older, newer) -> newer)
        .orElseThrow(
            () ->
                ProblemException.inFile(
                    workspace.folder(),
                    "The workspace has no run that could go on",
                    "Start one with: eif-explorer train --dataset NAME --workspace DIR …"));
  }
}
