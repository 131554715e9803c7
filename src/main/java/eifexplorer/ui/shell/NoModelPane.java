package eifexplorer.ui.shell;

import static eifexplorer.ui.kit.Controls.button;

import eifexplorer.session.UntrainedWorkspace;
import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.Request;
import eifexplorer.workspace.Unreadable;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** What a screen that explains a model shows in a workspace that has none yet. */
final class NoModelPane extends StackPane {
  private static final String LEADS_ON =
      Texts.of(
          "Train one, or add one that was trained elsewhere. A run that was interrupted goes on"
              + " from the Train screen.");

  private final EmptyState words;

  NoModelPane(ExplorerWindowViewModel model) {
    getStyleClass().add("start");
    setId("no-model");
    Button train =
        button(
            Texts.of("Train a model"), () -> model.ask(new Request.TrainModel()), "accent-button");
    train.setId("no-model-train");
    words =
        new EmptyState(
            Feather.BOX,
            "",
            "",
            train,
            button(
                Texts.of("Add a model…"), () -> model.ask(new Request.AddModel(Optional.empty()))));
    getChildren().add(words);
  }

  /** Says which workspace it is about. */
  void show(UntrainedWorkspace untrained) {
    String damaged =
        untrained.damaged().isEmpty()
            ? ""
            : Unreadable.sentence(Texts.of("model"), untrained.damaged()) + ".\n";
    words.say(Texts.of("{0}: no model yet", untrained.name()), damaged + LEADS_ON);
  }
}
