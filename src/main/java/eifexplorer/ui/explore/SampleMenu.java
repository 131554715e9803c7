package eifexplorer.ui.explore;

import eifexplorer.ui.explore.strips.InfluenceItem;
import eifexplorer.ui.explore.strips.StripCommand;
import eifexplorer.ui.kit.CommandMenu.Entry;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Everything that can be done with the chosen training image, for a menu. */
final class SampleMenu {
  private final ExploreViewModel model;
  private final boolean drawer;
  private final Consumer<StripCommand> perform;

  /**
   * A menu whose lines do commands.
   *
   * @param drawer whether the panel of the training image has to be opened
   */
  SampleMenu(ExploreViewModel model, boolean drawer, Consumer<StripCommand> perform) {
    this.drawer = drawer;
    this.model = model;
    this.perform = perform;
  }

  /** The lines as things are; none if no training image is chosen. */
  List<List<Entry>> groups() {
    InfluenceItem chosen = model.chosen();
    return chosen == null ? List.of() : List.of(decisions(chosen), panel(), file());
  }

  private List<Entry> decisions(InfluenceItem chosen) {
    boolean flagged = model.sample().flaggedProperty().get();
    boolean excluded = model.sample().excludedProperty().get();
    boolean picked = model.strips().picked().contains(chosen.trainIndex());
    String flag = flagged ? Texts.of("Take the flag away") : Texts.of("Flag");
    String exclude = excluded ? Texts.of("Train on it again") : Texts.of("Exclude from training");
    String pick = picked ? Texts.of("Drop from what if") : Texts.of("Pick for what if");
    return List.of(
        line(flag, Feather.FLAG, StripCommand.FLAG),
        line(exclude, Feather.SLASH, StripCommand.EXCLUDE),
        line(Texts.of("Relabel in Review"), Feather.EDIT_2, StripCommand.RELABEL),
        line(pick, Feather.CHECK_SQUARE, StripCommand.PICK));
  }

  private List<Entry> panel() {
    return drawer
        ? List.of(line(Texts.of("Show its panel"), Feather.SIDEBAR, StripCommand.SAMPLE_PANEL))
        : List.of();
  }

  private List<Entry> file() {
    String view = Texts.of("Open in the system's viewer");
    String reveal = Texts.of("Show in the file manager");
    boolean there = model.sample().file().isPresent();
    return Stream.of(
            line(view, Feather.EXTERNAL_LINK, StripCommand.OPEN_IMAGE),
            line(reveal, Feather.FOLDER, StripCommand.REVEAL),
            line(Texts.of("Copy path"), Feather.COPY, StripCommand.COPY_PATH))
        .map(line -> line.enabled(there))
        .toList();
  }

  private Entry line(String text, Ikon icon, StripCommand command) {
    return Entry.of(text, icon, command, () -> perform.accept(command));
  }
}
