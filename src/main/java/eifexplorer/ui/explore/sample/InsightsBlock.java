package eifexplorer.ui.explore.sample;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.explore.sample.SampleInsights.Near;
import eifexplorer.ui.explore.sample.SampleInsights.Typical;
import eifexplorer.ui.explore.strips.LikelyLabel;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.NameListLabel;
import eifexplorer.ui.kit.Patience;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureRow;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the model says of the training image: likeliest labels, loss, margin, nearest and typical images. */
final class InsightsBlock extends StackPane {
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
  private static final int LABELS = 3;
  private static final double RATIO = 0.95;

  private final SampleViewModel model;
  private final List<LabelBar> bars = new ArrayList<>();
  private final Label loss = label("", "figure");
  private final Label lossRank = label("", "figure");
  private final Label margin = label("", "figure");
  private final PictureRow nearest;
  private final Label agreement = label("", "small", "muted");
  private final Tip agreementTip = Tips.on(agreement, "");
  private final NameListLabel typicalTitle = new NameListLabel("section-head");
  private final PictureRow typical;
  private final NameListLabel otherTitle = new NameListLabel("section-head");
  private final PictureRow other;
  private final VBox content;
  private final Label message = label("", "small", "muted");
  private final VBox failed;

  InsightsBlock(SampleViewModel model, PictureLoader pictures) {
    this.model = model;
    getStyleClass().add("insights");
    nearest = new PictureRow(pictures, SampleInsights.PICTURES, RATIO);
    typical = new PictureRow(pictures, SampleInsights.PICTURES, RATIO);
    other = new PictureRow(pictures, SampleInsights.PICTURES, RATIO);
    VBox labels = new VBox(4);
    for (int i = 0; i < LABELS; i++) {
      bars.add(new LabelBar());
    }
    labels.getChildren().addAll(bars);
    agreement.setMinWidth(0);
    content =
        new VBox(
            12,
            labels,
            figures(),
            new VBox(
                4, label(Texts.of("Nearest training images"), "section-head"), nearest, agreement),
            new VBox(4, typicalTitle, typical),
            new VBox(4, otherTitle, other));
    message.setWrapText(true);
    message.setMinHeight(USE_PREF_SIZE);
    failed =
        new VBox(
            8,
            label(Texts.of("What the model says of it is not known"), "section-head"),
            message,
            button(Texts.of("Try again"), model::retry));
    getChildren().addAll(content, failed);
    Patience.on(model.busyProperty(), wait -> content.pseudoClassStateChanged(WAITING, wait));
    content.getStyleClass().add("insights-content");
    model.insightsProperty().addListener((value, old, now) -> show(now));
    model.failureProperty().addListener((value, old, now) -> showFailure(now));
    show(model.insightsProperty().get());
    showFailure(model.failureProperty().get());
  }

  private HBox figures() {
    Label lossName = label(Texts.of("Loss"), "small", "muted");
    Label rankName = label(Texts.of("Loss rank"), "small", "muted");
    Label marginName = label(Texts.of("Label margin"), "small", "muted");
    Tips.on(
        marginName,
        Texts.of(
            "By how much the image is nearer to its own class than to the best other one; negative"
                + " where another is nearer"));
    return new HBox(
        16, new VBox(lossName, loss), new VBox(rankName, lossRank), new VBox(marginName, margin));
  }

  /** Without insights the places stay, empty. */
  private void show(SampleInsights insights) {
    if (insights == null) {
      bars.forEach(bar -> bar.show(null));
      List.of(loss, lossRank, margin).forEach(figure -> figure.setText("–"));
      List.of(nearest, typical, other).forEach(row -> row.show(List.of()));
      agreement.setText("");
      agreementTip.setText("");
      typicalTitle.setNames(Texts.of("Typical images"), List.of(), "");
      otherTitle.setNames("", List.of(), "");
      return;
    }
    for (int i = 0; i < LABELS; i++) {
      bars.get(i).show(i < insights.labels().size() ? insights.labels().get(i) : null);
    }
    loss.setText(Texts.size(insights.loss().loss()));
    lossRank.setText(insights.lossRankText());
    margin.setText(insights.marginText());
    nearest.show(insights.nearest().stream().map(near -> entry(near, true)).toList());
    agreement.setText(insights.agreementText());
    agreementTip.setText(insights.agreementText());
    showTypical(typicalTitle, typical, Optional.of(insights.typical()));
    showTypical(otherTitle, other, insights.typicalOther());
  }

  private void showTypical(NameListLabel title, PictureRow row, Optional<Typical> images) {
    List<String> names = images.map(Typical::className).stream().toList();
    title.setNames(names.isEmpty() ? "" : Texts.of("Typical "), names, String.join("", names));
    row.show(
        images
            .map(shown -> shown.images().stream().map(near -> entry(near, false)).toList())
            .orElse(List.of()));
  }

  private PictureRow.Entry entry(Near near, boolean neighbour) {
    String tip =
        neighbour
            ? Texts.of(
                "{0}\n{1}, distance {2}",
                near.picture().subtitle(), near.picture().title(), Texts.distance(near.distance()))
            : near.picture().subtitle() + "\n" + near.picture().title();
    return new PictureRow.Entry(
        near.picture(),
        tip,
        neighbour ? Optional.of(near.sameLabel()) : Optional.empty(),
        Optional.of(() -> model.choose(near.trainIndex())));
  }

  private void showFailure(Failure failure) {
    failed.setVisible(failure != null);
    failed.setManaged(failure != null);
    content.setVisible(failure == null);
    content.setManaged(failure == null);
    message.setText(failure == null ? "" : failure.message());
  }

  /** A likely label with its probability as a bar. */
  private static final class LabelBar extends HBox {
    private static final PseudoClass GIVEN = PseudoClass.getPseudoClass("given");
    private static final double LENGTH = 64;

    private final NameLabel name = new NameLabel("small");
    private final StackPane fill = new StackPane();
    private final StackPane track = new StackPane(fill);
    private final Label probability = label("", "mono");
    private final Tip tip = Tips.on(this, "");

    LabelBar() {
      super(8);
      getStyleClass().add("label-bar");
      setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(name, Priority.ALWAYS);
      name.setMaxWidth(Double.MAX_VALUE);
      track.getStyleClass().add("label-track");
      track.setMinSize(LENGTH, 5);
      track.setMaxSize(LENGTH, 5);
      fill.getStyleClass().add("label-fill");
      StackPane.setAlignment(fill, Pos.CENTER_LEFT);
      probability.setMinWidth(28);
      probability.setAlignment(Pos.CENTER_RIGHT);
      getChildren().addAll(name, track, probability);
    }

    void show(@Nullable LikelyLabel label) {
      name.setName(label == null ? "" : label.className());
      probability.setText(label == null ? "" : label.text());
      fill.setMaxWidth(label == null ? 0 : Math.max(2, LENGTH * label.probability()));
      track.setVisible(label != null);
      boolean given = label != null && label.given();
      pseudoClassStateChanged(GIVEN, given);
      tip.setText(
          label == null ? "" : label.className() + (given ? Texts.of(", the given label") : ""));
      setAccessibleText(
          label == null
              ? ""
              : (given
                  ? Texts.of("{0} {1}, given", label.className(), label.text())
                  : label.className() + " " + label.text()));
    }
  }
}
