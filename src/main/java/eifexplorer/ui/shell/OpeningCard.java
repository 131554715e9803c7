package eifexplorer.ui.shell;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;

import javafx.animation.PauseTransition;
import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is being opened while something else is open: how far it is, or what it waits for. Nothing shows what is quick. */
final class OpeningCard extends HBox {
  private static final Duration QUICK = Duration.millis(400);

  private final ExplorerWindowViewModel model;
  private final Label news = label("", "notice-message");
  private final PauseTransition pause = new PauseTransition(QUICK);

  OpeningCard(ExplorerWindowViewModel model) {
    super(8);
    this.model = model;
    setId("opening");
    getStyleClass().addAll("notice", "notice-info");
    setAlignment(Pos.CENTER_LEFT);
    news.textProperty().bind(model.openingNewsProperty());
    news.setWrapText(true);
    news.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(news, Priority.ALWAYS);
    Button jobs = button("Jobs", () -> model.drawerProperty().set(true), "small-button");
    jobs.visibleProperty().bind(model.drawerProperty().not());
    jobs.managedProperty().bind(jobs.visibleProperty());
    Button cancel = button("Cancel", model::cancelOpening, "small-button");
    cancel.setId("cancel-opening");
    getChildren().addAll(new FontIcon(Feather.CLOCK), news, jobs, cancel);
    accessibleTextProperty().bind(news.textProperty());
    setVisible(false);
    managedProperty().bind(visibleProperty());
    BooleanExpression busy =
        model.openingProperty().isNotEmpty().and(model.sessionProperty().isNotNull());
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
