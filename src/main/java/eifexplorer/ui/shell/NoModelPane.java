package eifexplorer.ui.shell;

import static eifexplorer.ui.kit.Controls.button;

import eifexplorer.session.UntrainedWorkspace;
import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.screen.Request;
import eifexplorer.workspace.Unreadable;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** What a screen that explains a model shows in a workspace that has none yet. */
final class NoModelPane extends StackPane {
  private static final String LEADS_ON =
      "Train one, or add one that was trained elsewhere. A run that was interrupted goes on from"
          + " the Train screen.";

  private final EmptyState words;

  NoModelPane(ExplorerWindowViewModel model) {
    getStyleClass().add("start");
    setId("no-model");
    Button train =
        button("Train a model", () -> model.ask(new Request.TrainModel()), "accent-button");
    train.setId("no-model-train");
    words =
        new EmptyState(
            Feather.BOX,
            "",
            "",
            train,
            button("Add a model…", () -> model.ask(new Request.AddModel(Optional.empty()))));
    getChildren().add(words);
  }

  /** Says which workspace it is about. */
  void show(UntrainedWorkspace untrained) {
    String damaged =
        untrained.damaged().isEmpty()
            ? ""
            : Unreadable.sentence("model", untrained.damaged()) + ".\n";
    words.say(untrained.name() + ": no model yet", damaged + LEADS_ON);
  }
}
