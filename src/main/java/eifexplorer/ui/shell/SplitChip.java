package eifexplorer.ui.shell;

import eifexplorer.ui.kit.Fact;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** The chip of the split: what is trained on and tested, and the way to the Workspace screen. */
final class SplitChip extends ChipMenu {
  private final ExplorerWindowViewModel model;

  SplitChip(ExplorerWindowViewModel model) {
    super("Split", Feather.COLUMNS, "split-menu");
    this.model = model;
    model.chipsProperty().addListener((value, old, now) -> refresh());
    refresh();
  }

  private void refresh() {
    SessionChips chips = model.chipsProperty().get();
    show(chips != null);
    say(chips == null ? "" : chips.split());
    getItems().clear();
    for (Fact fact : model.workspace().dataset()) {
      getItems().add(fact(fact.name(), fact.value()));
    }
    getItems()
        .addAll(
            new SeparatorMenuItem(),
            item("Open the Workspace screen", () -> model.pageProperty().set(Page.WORKSPACE)));
  }
}
