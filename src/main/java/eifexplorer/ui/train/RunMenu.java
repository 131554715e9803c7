package eifexplorer.ui.train;

import eifexplorer.ui.kit.CommandMenu.Entry;
import eifexplorer.ui.kit.Controls;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with a run as it stands, for a menu on its row. */
final class RunMenu {
  private RunMenu() {}

  /** The lines, group by group; {@code export} asks for a file and writes the run's epochs. */
  static List<List<Entry>> of(TrainViewModel model, RunRow row, Runnable export) {
    return List.of(running(model, row), looking(model, row), files(model, row, export));
  }

  private static List<Entry> running(TrainViewModel model, RunRow row) {
    List<Entry> entries = new ArrayList<>();
    if (row.state() == RunRow.State.DONE) {
      entries.add(Entry.of(Texts.of("Open in Explore"), Feather.COLUMNS, () -> model.open(row)));
    }
    if (row.canResume()) {
      entries.add(
          Entry.of(
              Texts.of("Resume"), Feather.PLAY, TrainCommand.PAUSE_RUN, () -> model.resume(row)));
    }
    if (row.canPause()) {
      entries.add(
          Entry.of(
              Texts.of("Pause"), Feather.PAUSE, TrainCommand.PAUSE_RUN, () -> model.pause(row)));
    }
    if (row.canCancel()) {
      entries.add(Entry.of(Texts.of("Cancel"), Feather.X, () -> model.cancel(row)));
    }
    return entries;
  }

  private static List<Entry> looking(TrainViewModel model, RunRow row) {
    boolean ticked = model.ticked().contains(row.id());
    return List.of(
        Entry.of(
            ticked ? Texts.of("Take its curves away") : Texts.of("Draw its curves too"),
            Feather.TRENDING_UP,
            () -> model.tick(row)),
        Entry.of(
            Texts.of("Details"),
            Feather.INFO,
            () -> {
              model.chosenProperty().set(row.id());
              model.detailsOpenProperty().set(true);
            }));
  }

  private static List<Entry> files(TrainViewModel model, RunRow row, Runnable export) {
    boolean begun = row.summary().isPresent();
    return List.of(
        Entry.of(Texts.of("Export epochs…"), Feather.DOWNLOAD, export)
            .enabled(begun && !row.newestEpochs().isEmpty()),
        Entry.of(Texts.of("Copy name"), Feather.COPY, () -> Controls.copy(row.runId()))
            .enabled(begun),
        Entry.of(Texts.of("Delete"), Feather.TRASH_2, () -> model.actions().delete(row))
            .enabled(model.actions().canDelete(row)));
  }
}
