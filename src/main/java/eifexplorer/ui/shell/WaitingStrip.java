package eifexplorer.ui.shell;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Texts;
import javafx.animation.PauseTransition;
import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says what an opening waits for, above the status bar, where it covers nothing; what is over at once does not show. */
final class WaitingStrip extends HBox {
  private static final Duration QUICK = Duration.millis(400);

  private final Label waits = label("");
  private final PauseTransition pause = new PauseTransition(QUICK);

  WaitingStrip(ExplorerWindowViewModel model) {
    super(8);
    setId("opening-waits");
    getStyleClass().add("waiting-strip");
    setAlignment(Pos.CENTER_LEFT);
    waits.textProperty().bind(model.openingWaitsProperty());
    Button jobs = button(Texts.of("Jobs"), () -> model.drawerProperty().set(true), "small-button");
    jobs.visibleProperty().bind(model.drawerProperty().not());
    jobs.managedProperty().bind(jobs.visibleProperty());
    Button cancel = button(Texts.of("Cancel"), model::cancelOpening, "small-button");
    cancel.setId("cancel-opening");
    getChildren().addAll(new FontIcon(Feather.CLOCK), waits, spacer(), jobs, cancel);
    accessibleTextProperty().bind(waits.textProperty());
    setVisible(false);
    managedProperty().bind(visibleProperty());
    BooleanExpression busy =
        model
            .openingWaitsProperty()
            .isNotEmpty()
            .and(model.sessionProperty().isNotNull().or(model.untrainedProperty().isNotNull()));
    pause.setOnFinished(event -> setVisible(busy.get()));
    busy.addListener((value, old, now) -> changed(now));
    changed(busy.get());
  }

  private void changed(boolean busy) {
    if (busy) {
      pause.playFromStart();
    } else {
      pause.stop();
      setVisible(false);
    }
  }
}
