package eifexplorer.ui.explore.sample;

import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.problem.PlainText;
import eifexplorer.ui.explore.strips.InfluenceItem;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.strips.StripCommand;
import eifexplorer.ui.kit.Controls;
import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import eifexplorer.ui.kit.UnseenNodes;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The right column: the chosen training image, why it is there, what the model says of it, what can be done with it. */
public final class SamplePanel extends StackPane {
  private static final PseudoClass HELPFUL = PseudoClass.getPseudoClass("helpful");
  private static final double PICTURE_RATIO = 176.0 / 232;

  private final SampleViewModel model;
  private final Label title = label("", "section-head");
  private final Polygon down = Controls.downTriangle(9);
  private final Polygon up = Controls.upTriangle(9);
  private final Label rank = label("", "small");
  private final PictureView picture;
  private final NameLabel className = new NameLabel("h2");
  private final Label flagPill = label(Texts.of("flagged"), "pill", "flag-word");
  private final Label excludedPill = label(Texts.of("left out of training"), "pill", "flag-word");
  private final MarkToggle flag;
  private final MarkToggle excluded;
  private final Label role = label("", "small", "muted");
  private final Label score = label("", "mono", "sample-score");
  private final Label effect = label("");
  private final Label explanation = label("", "small", "muted");
  private final Label file = label("", "small", "muted");
  private final Tip fileTip = Tips.on(file, "");
  private final Button relabel;
  private final HBox fileActions = new HBox(6);
  private final VBox content;
  private final EmptyState empty =
      new EmptyState(Feather.IMAGE, "", Texts.of("Select a training image to see why"));

  /**
   * A panel.
   *
   * @param close is shown in its head
   * @param relabel shows the image where its label is decided about
   * @param exclude leaves the image out of training, or takes that back
   */
  public SamplePanel(
      SampleViewModel model,
      PictureLoader pictures,
      Button close,
      Runnable relabel,
      Runnable exclude) {
    this.model = model;
    this.relabel = iconButton(Feather.EDIT_2, Texts.of("Relabel it in Review (R)"), relabel);
    flag =
        new MarkToggle(
            "flag",
            Feather.FLAG,
            Texts.of("Flag"),
            Texts.of("Flagged"),
            StripCommand.FLAG,
            model.flaggedProperty(),
            model::toggleFlag);
    excluded =
        new MarkToggle(
            "exclude",
            Feather.SLASH,
            Texts.of("Exclude"),
            Texts.of("Excluded"),
            StripCommand.EXCLUDE,
            model.excludedProperty(),
            exclude);
    getStyleClass().add("sample-panel");
    picture = new PictureView(pictures, PictureLoader.FULL, PictureView.Fit.WHOLE);
    picture.minHeightProperty().bind(picture.widthProperty().multiply(PICTURE_RATIO));
    VBox scrolled =
        new VBox(
            12,
            head(close),
            picture,
            names(),
            scoreBlock(),
            new InsightsBlock(model, pictures),
            new HarmedBlock(model, pictures));
    scrolled.getStyleClass().add("panel-content");
    ScrollPane scroll = new ScrollPane(scrolled);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    content = new VBox(scroll, actions());
    model.itemProperty().addListener((value, old, now) -> show(now));
    model.harmTextProperty().addListener((value, old, now) -> showRole());
    show(model.itemProperty().get());
    getChildren().addAll(UnseenNodes.placeOf(content), empty);
  }

  /** Lays a node over the training image, as large as it is drawn. */
  public void coverPicture(Region cover) {
    picture.cover(cover);
  }

  private HBox head(Button close) {
    HBox rankPill = new HBox(4, new StackPane(down, up), rank);
    rankPill.getStyleClass().addAll("pill", "rank-line");
    rankPill.setAlignment(Pos.CENTER);
    title.setMinWidth(0);
    rank.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(8, title, spacer(), rankPill, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("panel-head");
    return head;
  }

  private VBox names() {
    file.setMinWidth(0);
    mark(flagPill, Feather.FLAG, model.flaggedProperty());
    mark(excludedPill, Feather.SLASH, model.excludedProperty());
    className.setMaxWidth(Double.MAX_VALUE);
    className.setLines(2);
    HBox marks = new HBox(4, flagPill, excludedPill);
    marks.visibleProperty().bind(model.flaggedProperty().or(model.excludedProperty()));
    marks.managedProperty().bind(marks.visibleProperty());
    return new VBox(2, className, marks, role, file);
  }

  private static void mark(Label pill, Ikon icon, ReadOnlyBooleanProperty set) {
    pill.setGraphic(new FontIcon(icon));
    pill.setMinWidth(USE_PREF_SIZE);
    pill.visibleProperty().bind(set);
    pill.managedProperty().bind(set);
  }

  private VBox scoreBlock() {
    for (Label text : new Label[] {effect, explanation}) {
      text.setWrapText(true);
      text.setMinHeight(USE_PREF_SIZE);
    }
    HBox row = new HBox(8, effect, spacer(), score);
    score.setMinWidth(USE_PREF_SIZE);
    row.setAlignment(Pos.CENTER_LEFT);
    explanation.textProperty().bind(model.explanationProperty());
    return new VBox(4, row, explanation);
  }

  private VBox actions() {
    HBox marks = new HBox(6, flag, excluded);
    HBox.setHgrow(flag, Priority.ALWAYS);
    HBox.setHgrow(excluded, Priority.ALWAYS);
    fileActions
        .getChildren()
        .addAll(
            plain(iconButton(Feather.COPY, Texts.of("Copy path (Ctrl Shift C)"), this::copyPath)),
            plain(
                iconButton(
                    Feather.FOLDER, Texts.of("Show in the file manager (Ctrl R)"), model::reveal)),
            plain(
                iconButton(
                    Feather.EXTERNAL_LINK,
                    Texts.of("Open in the system's viewer (Shift O)"),
                    model::open)));
    HBox icons = new HBox(6, plain(relabel), spacer(), fileActions);
    VBox rows = new VBox(6, marks, icons);
    rows.getStyleClass().add("panel-actions");
    return rows;
  }

  private static Button plain(Button button) {
    button.getStyleClass().remove("icon-button");
    return button;
  }

  /** Puts the path of the image on the clipboard. */
  public void copyPath() {
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
    title.setText(Texts.of("Training image {0}", item.trainIndex()));
    down.setVisible(!isHelpful);
    up.setVisible(isHelpful);
    rank.setText(Texts.of("{0} of {1}", Texts.count(item.rank()), Texts.count(item.of())));
    rank.setAccessibleText(item.rankText());
    picture.show(item.picture());
    className.setName(item.className());
    score.setText(item.fullScore());
    score.pseudoClassStateChanged(HELPFUL, isHelpful);
    effect.setText(item.effect());
    file.setText(item.sample().fileName());
    fileTip.setText(
        PlainText.of(item.picture().file().map(Object::toString).orElse(item.sample().path())));
    boolean hasFile = item.picture().file().isPresent();
    fileActions.setVisible(hasFile);
    fileActions.setManaged(hasFile);
    showRole();
  }

  private void showRole() {
    String harm = model.harmTextProperty().get();
    role.setText(harm.isEmpty() ? Texts.of("given label") : Texts.of("given label · {0}", harm));
  }
}
