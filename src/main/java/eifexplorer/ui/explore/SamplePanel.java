package eifexplorer.ui.explore;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Controls;
import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The right column: the chosen training image, why it is there, what can be done with its file. */
final class SamplePanel extends StackPane {
  private static final PseudoClass HELPFUL = PseudoClass.getPseudoClass("helpful");
  private static final double PICTURE_RATIO = 216.0 / 232;

  private final SampleViewModel model;
  private final Label title = label("", "section-head");
  private final Polygon down = Controls.downTriangle(9);
  private final Polygon up = Controls.upTriangle(9);
  private final Label rank = label("", "small");
  private final PictureView picture;
  private final NameLabel className = new NameLabel("h2");
  private final Label score = label("", "mono", "sample-score");
  private final Label effect = label("");
  private final Label explanation = label("", "small", "muted");
  private final Label file = label("", "small", "muted");
  private final Tooltip fileTip = Tips.on(file, "");
  private final VBox content;
  private final HBox actions;
  private final EmptyState empty =
      new EmptyState(Feather.IMAGE, "", "Select a training image to see why");

  SamplePanel(SampleViewModel model, PictureLoader pictures, Button close) {
    this.model = model;
    getStyleClass().add("sample-panel");
    picture = new PictureView(pictures, PictureLoader.FULL, PictureView.Fit.WHOLE);
    picture.minHeightProperty().bind(picture.widthProperty().multiply(PICTURE_RATIO));
    HBox rankPill = new HBox(4, new StackPane(down, up), rank);
    rankPill.getStyleClass().addAll("pill", "rank-line");
    rankPill.setAlignment(Pos.CENTER);
    HBox head = new HBox(8, title, spacer(), rankPill, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("panel-head");
    actions = actions();
    VBox scrolled = new VBox(12, head, picture, names(), scoreBlock(), explanation);
    scrolled.getStyleClass().add("panel-content");
    ScrollPane scroll = new ScrollPane(scrolled);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    content = new VBox(scroll, actions);
    getChildren().addAll(content, empty);
    model.itemProperty().addListener((value, old, now) -> show(now));
    show(model.itemProperty().get());
  }

  private VBox names() {
    file.setMinWidth(0);
    return new VBox(2, className, label("given label", "small", "muted"), file);
  }

  private VBox scoreBlock() {
    effect.setWrapText(true);
    effect.setMinHeight(USE_PREF_SIZE);
    explanation.setWrapText(true);
    explanation.setMinHeight(USE_PREF_SIZE);
    HBox row = new HBox(8, label("Score", "secondary"), spacer(), score);
    row.setAlignment(Pos.CENTER_LEFT);
    return new VBox(4, row, effect);
  }

  private HBox actions() {
    Button copy = button("Copy path", this::copyPath);
    copy.setGraphic(new FontIcon(Feather.COPY));
    HBox.setHgrow(copy, Priority.ALWAYS);
    copy.setMaxWidth(Double.MAX_VALUE);
    Button reveal = iconButton(Feather.FOLDER, "Show in the file manager", model::reveal);
    reveal.getStyleClass().remove("icon-button");
    HBox row = new HBox(8, copy, reveal);
    row.getStyleClass().add("panel-actions");
    return row;
  }

  private void copyPath() {
    model.file().ifPresent(path -> Controls.copy(path.toString()));
  }

  private void show(InfluenceItem item) {
    content.setVisible(item != null);
    empty.setVisible(item == null);
    if (item == null) {
      picture.show(null);
      return;
    }
    boolean isHelpful = item.kind() == InfluenceKind.HELPFUL;
    title.setMinWidth(USE_PREF_SIZE);
    title.setText("Training image " + Texts.count(item.trainIndex()));
    down.setVisible(!isHelpful);
    up.setVisible(isHelpful);
    rank.setText(Texts.count(item.rank()) + " of " + Texts.count(item.of()));
    rank.setAccessibleText(item.rankText());
    picture.show(item.picture());
    className.setName(item.className());
    score.setText(item.scoreText() + item.unit());
    score.pseudoClassStateChanged(HELPFUL, isHelpful);
    effect.setText(
        isHelpful ? "Helpful: pushes the pair apart." : "Harmful: keeps the pair together.");
    explanation.setText(model.explanationProperty().get());
    file.setText(item.sample().fileName());
    fileTip.setText(item.picture().file().map(Object::toString).orElse(item.sample().path()));
    actions.setVisible(item.picture().file().isPresent());
  }
}
