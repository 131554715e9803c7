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
    live.removeIf(run -> run.state().ended());
  }

  /** Takes what the workspace keeps. */
  void keep(List<RunSummary> runs) {
    kept = runs;
  }

  /** Adds a run, in the place of one that it goes on with. */
  void add(LiveRun run) {
    live.removeIf(
        old ->
            !run.id().isEmpty()
                && old.id().equals(run.id())
                && old.workspace().equals(run.workspace()));
    live.add(run);
  }

  /** Another number after every report and every change of state of any run. */
  int stamp() {
    return live.stream().map(run -> List.of(run.version(), run.state())).toList().hashCode();
  }

  /** A row as it stands now, however long ago it was shown; empty if it is no longer listed. */
  Optional<RunRow> now(RunRow shown) {
    return rows().stream()
        .filter(
            row ->
                row.id().equals(shown.id())
                    || (row.live().isPresent() && row.live().equals(shown.live())))
        .findFirst();
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
      if (run.id().isEmpty() && !run.state().ended()) {
        rows.add(RunRow.notBegun(run, place++));
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

  private static int urgency(RunRow row) {
    return switch (row.state()) {
      case RUNNING, PAUSING, CANCELLING -> 0;
      case QUEUED -> 1;
      default -> 2;
    };
  }
}
