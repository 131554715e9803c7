package eifexplorer.ui.shell;

import eifexplorer.model.ModelEntry;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.workspace.ModelWords;
import eifexplorer.ui.workspace.ModelsViewModel;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** The chip of the model: the workspace's models with what they were measured at; choosing one opens it. */
final class ModelChip extends ChipMenu {
  private final ExplorerWindowViewModel model;

  ModelChip(ExplorerWindowViewModel model) {
    super("Model", Feather.BOX, "model-menu");
    this.model = model;
    model.chipsProperty().addListener((value, old, now) -> showName());
    models().models().addListener((ListChangeListener<ModelEntry>) change -> fill());
    models().loadedProperty().addListener((value, old, now) -> fill());
    setOnShowing(event -> models().refresh());
    fill();
    showName();
  }

  private ModelsViewModel models() {
    return model.workspaceScreen().models();
  }

  private void showName() {
    SessionChips chips = model.chipsProperty().get();
    show(chips != null);
    say(chips == null ? "" : chips.model());
  }

  private void fill() {
    List<ModelEntry> entries = models().models();
    getItems().clear();
    if (entries.isEmpty()) {
      getItems().add(sentence("The model of an embedding bundle. A workspace can have several."));
      return;
    }
    getItems().add(heading(Texts.count(entries.size(), "model", "models")));
    for (int i = entries.size() - 1; i >= 0; i--) {
      getItems().add(item(entries.get(i)));
    }
    getItems()
        .addAll(
            new SeparatorMenuItem(),
            item("Add a model…", () -> model.showAddModel(Optional.empty())),
            item("All models", () -> model.pageProperty().set(Page.WORKSPACE)));
  }

  private MenuItem item(ModelEntry entry) {
    boolean loaded = entry.card().id().equals(models().loadedProperty().get());
    String detail =
        (loaded ? "loaded · " : "")
            + ModelWords.metrics(entry.card())
            + " · "
            + Texts.day(entry.card().provenance().created());
    return item(
        entry.card().title(),
        detail,
        loaded ? Feather.CHECK_CIRCLE : Feather.CIRCLE,
        () -> {
          if (!loaded) {
            model.openModel(entry.card().id());
          }
        });
  }
}
