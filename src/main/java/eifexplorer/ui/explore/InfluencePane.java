package eifexplorer.ui.explore;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Controls;
import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * Under the photographs: what is explained, and both strips.
 *
 * <p>While scores are computed the strips before stay; after 150 ms they fade to half strength under a thin bar.
 */
final class InfluencePane extends VBox {
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

  private final ExploreViewModel explore;
  private final InfluenceViewModel model;
  private final InfluenceStrip harmful;
  private final InfluenceStrip helpful;
  private final VBox strips;
  private final ProgressBar busy = new ProgressBar();
  private final ToggleButton pair = new ToggleButton("This pair");
  private final ToggleButton classPair = new ToggleButton("Class pair");
  private final Label estimator = label("", "chip", "detail");
  private final Label counts = label("", "secondary");
  private final EmptyState failed;
  private final PauseTransition patience = new PauseTransition(Duration.millis(150));

  InfluencePane(ExploreViewModel explore, PictureLoader pictures, Runnable open) {
    super(6);
    this.explore = explore;
    this.model = explore.influence();
    getStyleClass().add("influence");
    harmful = new InfluenceStrip(explore, explore.strip(InfluenceKind.HARMFUL), pictures, open);
    helpful = new InfluenceStrip(explore, explore.strip(InfluenceKind.HELPFUL), pictures, open);
    strips = new VBox(8, harmful, helpful);
    strips.getStyleClass().add("strips");
    failed =
        new EmptyState(
            Feather.ALERT_CIRCLE,
            "",
            "",
            button("Copy details", this::copyDetails),
            button("Try again", model::retry));
    getChildren().addAll(scopeRow(), busy, new StackPane(strips, failed));
    busy.getStyleClass().add("busy-line");
    busy.setMaxWidth(Double.MAX_VALUE);
    connect();
  }

  private HBox scopeRow() {
    ToggleGroup scopes = new ToggleGroup();
    pair.setToggleGroup(scopes);
    classPair.setToggleGroup(scopes);
    pair.getStyleClass().add("segment");
    classPair.getStyleClass().add("segment");
    HBox segments = new HBox(pair, classPair);
    segments.getStyleClass().add("segments");
    pair.setOnAction(event -> choose(InfluenceScope.PAIR));
    classPair.setOnAction(event -> choose(InfluenceScope.CLASS_PAIR));
    counts.setId("influence-counts");
    classPair.setId("scope-class-pair");
    HBox row = new HBox(8, segments, estimator, spacer(), counts);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("scope-row");
    return row;
  }

  private void choose(InfluenceScope scope) {
    model.scopeProperty().set(scope);
    showScope();
  }

  private void connect() {
    patience.setOnFinished(event -> showWaiting(model.busyProperty().get()));
    model.busyProperty().addListener((value, old, now) -> busyChanged(now));
    model.shownProperty().addListener((value, old, now) -> showScores());
    model.failureProperty().addListener((value, old, now) -> showFailure(now));
    model.scopeProperty().addListener((value, old, now) -> showScope());
    model.classPairSizeProperty().addListener((value, old, now) -> showScope());
    explore.sessionProperty().addListener((value, old, now) -> showEstimator());
    busyChanged(model.busyProperty().get());
    showEstimator();
    showScope();
    showScores();
    showFailure(model.failureProperty().get());
  }

  private void busyChanged(boolean now) {
    if (now) {
      patience.playFromStart();
    } else {
      patience.stop();
      showWaiting(false);
    }
  }

  private void showWaiting(boolean waiting) {
    strips.pseudoClassStateChanged(WAITING, waiting);
    busy.setVisible(waiting);
    if (waiting) {
      counts.setText(
          model.shownProperty().get() == null
              ? "computing …"
              : "for the pair before · computing …");
    } else {
      showScores();
    }
  }

  private void showScores() {
    RankedInfluence scores = model.shownProperty().get();
    counts.setText(scores == null ? "" : scores.countText());
    harmful.showScale(scores == null ? "" : scores.scale().text());
    harmful.showNone(scores != null && scores.count(InfluenceKind.HARMFUL) == 0);
    helpful.showNone(scores != null && scores.count(InfluenceKind.HELPFUL) == 0);
  }

  private void showFailure(Failure failure) {
    failed.setVisible(failure != null);
    strips.setVisible(failure == null);
    if (failure != null) {
      failed.say("The scores could not be computed", failure.message());
    }
  }

  private void showScope() {
    boolean one = model.scopeProperty().get() == InfluenceScope.PAIR;
    pair.setSelected(one);
    classPair.setSelected(!one);
    int size = model.classPairSizeProperty().get();
    classPair.setText("Class pair · " + Texts.count(size));
    classPair.setAccessibleText(
        "Explain all " + Texts.count(size, "pair", "pairs") + " of these two classes");
  }

  private void showEstimator() {
    boolean there = explore.sessionProperty().get() != null;
    estimator.setVisible(there);
    estimator.setText(there ? explore.sessionProperty().get().estimator().title() : "");
  }

  private void copyDetails() {
    Failure failure = model.failureProperty().get();
    if (failure != null) {
      Controls.copy(failure.message() + "\n" + failure.details());
    }
  }

  /** Chooses between the sizes for a large and a small window. */
  void compact(boolean small) {
    harmful.compact(small);
    helpful.compact(small);
  }
}
