package eifexplorer.ui.train;

import eifexplorer.run.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts together the runs a workspace keeps and those of this program start. */
final class RunRows {
  private final List<LiveRun> live = new ArrayList<>();
  private List<RunSummary> kept = List.of();
  private Path workspace = Path.of("");

  /** Lists another workspace. */
  void show(Path folder) {
    workspace = folder;
    kept = List.of();
    live.removeIf(RunRows::ended);
  }

  /** Takes what the workspace keeps. */
  void keep(List<RunSummary> runs) {
    kept = runs;
  }

  /** Adds a run, in the place of one that it goes on with. */
  void add(LiveRun run, String id) {
    live.removeIf(
        old -> !id.isEmpty() && old.id().equals(id) && old.workspace().equals(run.workspace()));
    live.add(run);
  }

  /** Goes up with every report of any run. */
  long version() {
    return live.stream().mapToLong(LiveRun::version).sum();
  }

  /** Whether a run has begun that the workspace was not known to keep. */
  boolean hasNew() {
    return live.stream()
        .filter(this::isHere)
        .map(LiveRun::id)
        .anyMatch(id -> !id.isEmpty() && kept.stream().noneMatch(run -> run.id().equals(id)));
  }

  boolean isHere(LiveRun run) {
    return run.workspace().equals(workspace);
  }

  /** All, those that run first, then those that wait, then the others from the newest on. */
  List<RunRow> rows() {
    List<RunRow> rows = new ArrayList<>();
    for (RunSummary run : kept) {
      rows.add(RunRow.of(run, liveOf(run.id())));
    }
    int place = 1;
    for (LiveRun run : live) {
      if (run.id().isEmpty() && !ended(run)) {
        rows.add(RunRow.queued(run, place++));
      } else if (!run.id().isEmpty() && !isHere(run)) {
        rows.add(RunRow.elsewhere(run));
      }
    }
    Collections.reverse(rows);
    rows.sort(Comparator.comparingInt(RunRows::urgency));
    return rows;
  }

  private Optional<LiveRun> liveOf(String id) {
    return live.stream()
        .filter(run -> isHere(run) && run.id().equals(id))
        .reduce((older, newer) -> newer);
  }

  private static boolean ended(LiveRun run) {
    return run.job().map(job -> job.state().ended()).orElse(false);
  }

  private static int urgency(RunRow row) {
    return switch (row.state()) {
      case RUNNING -> 0;
      case QUEUED -> 1;
      default -> 2;
    };
  }
}
