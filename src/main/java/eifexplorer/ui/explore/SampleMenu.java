package eifexplorer.ui.explore;

import eifexplorer.ui.explore.strips.StripCommand;
import eifexplorer.ui.kit.CommandMenu.Entry;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.function.Consumer;
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
    if (model.chosen() == null) {
      return List.of();
    }
    boolean flagged = model.sample().flaggedProperty().get();
    boolean excluded = model.sample().excludedProperty().get();
    boolean picked = model.strips().picked().contains(model.chosen().trainIndex());
    boolean hasFile = model.sample().file().isPresent();
    return List.of(
        List.of(
            line(
                flagged ? Texts.of("Take the flag away") : Texts.of("Flag"),
                Feather.FLAG,
                StripCommand.FLAG),
            line(
                excluded ? Texts.of("Train on it again") : Texts.of("Exclude from training"),
                Feather.SLASH,
                StripCommand.EXCLUDE),
            line(Texts.of("Relabel in Review"), Feather.EDIT_2, StripCommand.RELABEL),
            line(
                picked ? Texts.of("Drop from what if") : Texts.of("Pick for what if"),
                Feather.CHECK_SQUARE,
                StripCommand.PICK)),
        drawer
            ? List.of(line(Texts.of("Show its panel"), Feather.SIDEBAR, StripCommand.SAMPLE_PANEL))
            : List.of(),
        List.of(
            line(
                    Texts.of("Open in the system's viewer"),
                    Feather.EXTERNAL_LINK,
                    StripCommand.OPEN_IMAGE)
                .enabled(hasFile),
            line(Texts.of("Show in the file manager"), Feather.FOLDER, StripCommand.REVEAL)
                .enabled(hasFile),
            line(Texts.of("Copy path"), Feather.COPY, StripCommand.COPY_PATH).enabled(hasFile)));
  }

  private Entry line(String text, Ikon icon, StripCommand command) {
    return Entry.of(text, icon, command, () -> perform.accept(command));
  }
}
