package eifexplorer.ui.workspace;

import eifexplorer.model.ModelEntry;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.ChipMenu;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** The chip of the model: the workspace's models with what they were measured at; choosing one opens it. */
final class ModelChip extends ChipMenu {
  private final WorkspaceViewModel facts;
  private final ModelsViewModel models;
  private final WorkspaceView.Actions actions;
  private final Runnable showModels;

  /** A chip; {@code showModels} turns to the screen that lists the models. */
  ModelChip(
      WorkspaceViewModel facts,
      ModelsViewModel models,
      WorkspaceView.Actions actions,
      Runnable showModels) {
    super(Texts.of("Model"), Feather.BOX, "model-menu", true);
    this.facts = facts;
    this.models = models;
    this.actions = actions;
    this.showModels = showModels;
    facts.imagesProperty().addListener((value, old, now) -> showName());
    models.models().addListener((ListChangeListener<ModelEntry>) change -> fill());
    models.loadedProperty().addListener((value, old, now) -> fill());
    setOnShowing(event -> models.refresh());
    fill();
    showName();
  }

  private void showName() {
    ExplorerSession session = facts.sessionProperty().get();
    show(facts.imagesProperty().get() != null);
    say(session == null ? Texts.of("No model yet") : session.modelTitle());
    fill();
  }

  private void fill() {
    List<ModelEntry> entries = models.models();
    getItems().clear();
    if (entries.isEmpty() && facts.workspace().isEmpty()) {
      getItems()
          .add(
              sentence(
                  Texts.of("The model of an embedding bundle. A workspace can have several.")));
      return;
    }
    getItems().add(heading(Texts.count(entries.size(), "model", "models")));
    for (int i = entries.size() - 1; i >= 0; i--) {
      getItems().add(item(entries.get(i)));
    }
    getItems()
        .addAll(
            new SeparatorMenuItem(),
            item(Texts.of("Add a model…"), actions.addModel()),
            item(Texts.of("All models"), showModels));
  }

  private MenuItem item(ModelEntry entry) {
    boolean loaded = entry.card().id().equals(models.loadedProperty().get());
    String detail =
        (loaded ? Texts.of("loaded · ") : "")
            + ModelWords.apart(entry.card(), models.models())
            + ModelWords.metrics(entry.card())
            + " · "
            + Texts.day(entry.card().provenance().created());
    return item(
        entry.card().title(),
        detail,
        loaded ? Feather.CHECK_CIRCLE : Feather.CIRCLE,
        () -> {
          if (!loaded) {
            actions.openModel().accept(entry.card().id());
          }
        });
  }
}
