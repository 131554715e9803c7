package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.review.QueueEstimate;
import eifexplorer.ui.kit.Segments;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How far the review is, and at what pace; in a blind pass nothing that tells whether the last label was the given one. */
final class ReviewProgress extends HBox {
  private final ReviewViewModel model;
  private final Label reviewed = label("", "secondary");
  private final Label pace = label("", "secondary", "muted");
  private final Tip paceTip = Tips.on(pace, "");
  private final Label left = label("", "secondary");
  private final Tip leftTip = Tips.on(left, "");
  private final ProgressBar bar = new ProgressBar(0);

  ReviewProgress(ReviewViewModel model) {
    super(16);
    this.model = model;
    bar.getStyleClass().add("thin-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    left.setMinWidth(USE_PREF_SIZE);
    VBox lines = new VBox(6, new HBox(8, reviewed, pace, spacer(), left), bar);
    HBox.setHgrow(lines, Priority.ALWAYS);
    Segments<Boolean> blind =
        new Segments<>(
            List.of(false, true),
            hidden -> hidden ? Texts.of("Blind") : Texts.of("Labels shown"),
            model.queue().blindProperty().asObject(),
            model.queue().blindProperty()::set);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("review-progress");
    getChildren().addAll(lines, blind);
    InvalidationListener show = value -> show();
    model.staged().summaryProperty().addListener(show);
    model.queue().blindProperty().addListener(show);
    show();
  }

  private void show() {
    Summary summary = model.staged().summaryProperty().get();
    if (summary == null) {
      reviewed.setText("");
      pace.setText("");
      left.setText("");
      bar.setProgress(0);
      return;
    }
    boolean blind = model.queue().blindProperty().get();
    reviewed.setText(said(summary, blind));
    showPace(summary.secondsEach());
    if (blind) {
      leftTip.setText("");
      left.setText(Texts.of("{0} open", Texts.count(summary.size() - summary.decided())));
      bar.setProgress((double) summary.decided() / Math.max(1, summary.size()));
      bar.setAccessibleText(Texts.of("Images reviewed, of all"));
    } else {
      showEstimate(summary);
    }
  }

  private static String said(Summary summary, boolean blind) {
    if (summary.decided() == 0) {
      return Texts.of("Nothing reviewed yet");
    }
    String reviewed = Texts.of("{0} reviewed", Texts.count(summary.decided()));
    return blind
        ? reviewed
        : reviewed + " · " + Texts.count(summary.wrong(), "label was wrong", "labels were wrong");
  }

  private void showPace(double seconds) {
    boolean known = seconds > 0;
    pace.setText(known ? Texts.of("· {0} s each", Texts.number("%.1f", seconds)) : "");
    paceTip.setText(
        known
            ? Texts.of(
                "Median of the last decisions: {0} a minute. Breaks are not counted.",
                Texts.number("%.0f", 60 / seconds))
            : "");
  }

  private void showEstimate(Summary summary) {
    QueueEstimate estimate = summary.estimate();
    leftTip.setText(basis(summary));
    if (estimate.known()) {
      left.setText(remaining(summary));
      bar.setProgress(summary.wrong() / Math.max(1, summary.wrong() + estimate.expected()));
      bar.setAccessibleText(Texts.of("Wrong labels found, of those that are likely there"));
    } else {
      left.setText(Texts.of("What remains is not known yet"));
      bar.setProgress((double) summary.decided() / Math.max(1, summary.size()));
      bar.setAccessibleText(Texts.of("Images reviewed, of all"));
    }
  }

  private static String remaining(Summary summary) {
    QueueEstimate estimate = summary.estimate();
    return "≈ "
        + Texts.count(Math.round(estimate.expected()), "wrong label remains", "wrong labels remain")
        + " ("
        + estimate.low()
        + "–"
        + estimate.high()
        + ") · "
        + Texts.percent(estimate.expected() / Math.max(1, summary.size()));
  }

  private static String basis(Summary summary) {
    QueueEstimate estimate = summary.estimate();
    return (estimate.known()
            ? Texts.of("90 % range, from {0}.", estimate.basis())
            : Texts.of("{0}; known once each half of the queue has a few.", estimate.basis()))
        + summary
            .better()
            .map(order -> Texts.of("\nAnother order: {0}.", Texts.said(order.sentence())))
            .orElse("");
  }
}
