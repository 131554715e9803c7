package eifexplorer.ui.workspace;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.ui.kit.ChipMenu;
import eifexplorer.ui.kit.Fact;
import eifexplorer.ui.kit.Texts;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** The chip of the split: what is trained on and tested, and the way to the Workspace screen. */
final class SplitChip extends ChipMenu {
  private final WorkspaceViewModel facts;
  private final Runnable showFacts;

  /** A chip; {@code showFacts} turns to the screen of the facts. */
  SplitChip(WorkspaceViewModel facts, Runnable showFacts) {
    super(Texts.of("Split"), Feather.COLUMNS, "split-menu", false);
    this.facts = facts;
    this.showFacts = showFacts;
    facts.imagesProperty().addListener((value, old, now) -> refresh());
    refresh();
  }

  private void refresh() {
    ImageDataset images = facts.imagesProperty().get();
    show(images != null);
    say(images == null ? "" : SplitWords.of(images));
    getItems().clear();
    for (Fact fact : facts.dataset()) {
      getItems().add(fact(fact.name(), fact.value()));
    }
    getItems()
        .addAll(new SeparatorMenuItem(), item(Texts.of("Open the Workspace screen"), showFacts));
  }
}
