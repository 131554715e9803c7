package eifexplorer.ui.explore.strips;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Controls;
import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.Patience;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Under the photographs: what is explained, what it adds up to, and both strips.
 *
 * <p>While scores are computed the strips before stay; after a moment they fade to half strength under a thin bar.
 */
public final class InfluencePane extends VBox {
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

  private final StripsViewModel model;
  private final ScopeRow scopeRow;
  private final OutsideLine outside;
  private final InfluenceStrip harmful;
  private final InfluenceStrip helpful;
  private final VBox strips;
  private final ProgressBar busy = new ProgressBar();
  private final Label sum = label("", "secondary");
  private final Label scale = label("", "secondary");
  private final HistogramView histogram = new HistogramView();
  private final HBox labelsFailed;
  private final Tip labelsTip;
  private final EmptyState failed;
  private final EmptyState empty = new EmptyState(Feather.COPY, "", "");

  /**
   * A view of the strips.
   *
   * @param unmoved why the strips are empty, when they are
   * @param flyout where the parameters open
   * @param tiles what the tiles lead to
   * @param whatIf asks what would be if training images were changed
   * @param compare holds another estimator against the one that explains
   * @param culprits shows what classes and images do to all pairs
   */
  public InfluencePane(
      StripsViewModel model,
      StaleViewModel stale,
      UnmovedPairViewModel unmoved,
      PictureLoader pictures,
      Flyout flyout,
      TileActions tiles,
      Runnable whatIf,
      Runnable compare,
      Runnable culprits) {
    super(4);
    this.model = model;
    getStyleClass().add("influence");
    scopeRow = new ScopeRow(model, stale, flyout, whatIf, compare, culprits);
    outside = new OutsideLine(model.influence());
    harmful = new InfluenceStrip(model, model.strip(InfluenceKind.HARMFUL), pictures, tiles);
    helpful = new InfluenceStrip(model, model.strip(InfluenceKind.HELPFUL), pictures, tiles);
    strips = new VBox(8, harmful, helpful);
    strips.getStyleClass().add("strips");
    Button again = button(Texts.of("Try again"), model.labels()::retry, "link-button");
    again.setAccessibleText(Texts.of("Look for likeliest labels again"));
    labelsFailed =
        new HBox(4, label(Texts.of("Likeliest labels unknown"), "problem", "small"), again);
    labelsFailed.setAlignment(Pos.CENTER_LEFT);
    labelsTip = Tips.on(labelsFailed, "");
    failed =
        new EmptyState(
            Feather.ALERT_CIRCLE,
            "",
            "",
            button(Texts.of("Copy details"), this::copyDetails),
            button(Texts.of("Try again"), model.influence()::retry));
    busy.getStyleClass().add("busy-line");
    busy.setMaxWidth(Double.MAX_VALUE);
    getChildren()
        .addAll(scopeRow, busy, sumRow(culprits), outside, new StackPane(strips, failed, empty));
    connect();
    unmoved.reasonProperty().addListener((value, old, now) -> showEmpty(now));
    showEmpty(unmoved.reasonProperty().get());
  }

  private HBox sumRow(Runnable culprits) {
    Button classes = button(Texts.of("Culprits"), culprits, "link-button");
    classes.setId("culprits-of-all");
    sum.setId("influence-counts");
    sum.setMinWidth(USE_PREF_SIZE);
    labelsFailed.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(12, sum, labelsFailed, classes, spacer(), scale, histogram);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("sum-row");
    return row;
  }

  private void connect() {
    InfluenceViewModel influence = model.influence();
    Patience.on(influence.busyProperty(), this::showWaiting);
    influence.explainedProperty().addListener((value, old, now) -> showScores());
    influence.failureProperty().addListener((value, old, now) -> showFailure(now));
    model.labels().failureProperty().addListener((value, old, now) -> showLabelsFailure(now));
    showScores();
    showFailure(influence.failureProperty().get());
    showLabelsFailure(model.labels().failureProperty().get());
  }

  private void showWaiting(boolean waiting) {
    strips.pseudoClassStateChanged(WAITING, waiting);
    busy.setVisible(waiting);
    if (waiting) {
      say(model.waitingText());
    } else {
      showScores();
    }
  }

  private void say(String text) {
    sum.setText(text);
    harmful.say(text);
    helpful.say(text);
  }

  private void showScores() {
    RankedInfluence scores = model.influence().shownProperty().get();
    sum.setText(scores == null ? "" : scores.countText());
    scale.setText(scores == null ? "" : scores.scale().text());
    for (InfluenceStrip strip : List.of(harmful, helpful)) {
      strip.say("");
      strip.showUnit(scores == null ? "" : scores.scale().unitText());
    }
    histogram.show(scores == null ? null : scores.histogram());
    harmful.showNone(scores != null && scores.count(InfluenceKind.HARMFUL) == 0);
    helpful.showNone(scores != null && scores.count(InfluenceKind.HELPFUL) == 0);
  }

  private void showFailure(Failure failure) {
    failed.setVisible(failure != null);
    showStrips();
    if (failure != null) {
      failed.say(Texts.of("The scores could not be computed"), failure.message());
    }
  }

  private void showEmpty(UnmovedPairViewModel.Reason reason) {
    empty.setVisible(reason != null);
    showStrips();
    if (reason != null) {
      empty.say(Texts.of("Every score is 0"), reason.text());
    }
  }

  private void showStrips() {
    strips.setVisible(!failed.isVisible() && !empty.isVisible());
  }

  private void showLabelsFailure(Failure failure) {
    labelsFailed.setVisible(failure != null);
    labelsFailed.setManaged(failure != null);
    labelsTip.setText(failure == null ? "" : failure.message());
  }

  private void copyDetails() {
    Failure failure = model.influence().failureProperty().get();
    if (failure != null) {
      Controls.copy(failure.message() + "\n" + failure.details());
    }
  }

  /** Opens or closes the form of the estimator. */
  public void openParameters() {
    scopeRow.openParameters();
  }

  /** Takes tiles of another size. */
  public void resizeTo(TileSize size) {
    harmful.resizeTo(size);
    helpful.resizeTo(size);
  }
}
