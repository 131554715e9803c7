package eifexplorer.ui.explore.compare;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.influence.EstimatorFactory;
import eifexplorer.ui.explore.strips.InfluenceItem;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.strips.PairLine;
import eifexplorer.ui.explore.strips.TileActions;
import eifexplorer.ui.explore.worth.WorthCell;
import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Patience;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.WordConverter;
import java.util.EnumMap;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Two estimators over the middle of the screen. Escape closes it. */
public final class CompareSheet extends VBox {
  private final CompareViewModel model;
  private final Label text = label("", "secondary");
  private final Label ownTitle = label("", "section-head");
  private final Label otherTitle = label("", "section-head");
  private final Label ownWorth = label("", "small", "muted");
  private final Label otherWorth = label("", "small", "muted");
  private final ComboBox<EstimatorFactory> others;
  private final ComboBox<Integer> counts;
  private final Map<InfluenceKind, ToggleButton> kinds = new EnumMap<>(InfluenceKind.class);
  private final ComparedList own;
  private final ComparedList other;
  private final ScatterView scatter = new ScatterView();
  private final ProgressBar busy = new ProgressBar();
  private final HBox columns;
  private final EmptyState failed;

  /**
   * A sheet that is shown while it is open.
   *
   * @param actions what can be done with the training image of a row
   */
  public CompareSheet(CompareViewModel model, PictureLoader pictures, TileActions actions) {
    super(8);
    this.model = model;
    getStyleClass().addAll("tile-sheet", "compare");
    setId("compare");
    others = new ComboBox<>(model.choices().offered());
    others.setId("compare-other");
    others.setAccessibleText(Texts.of("Estimator to compare with"));
    others.setCellFactory(
        list -> new WorthCell<>(model.worth(), EstimatorFactory::id, EstimatorFactory::title));
    others.setConverter(new WordConverter<>(factory -> factory == null ? "" : factory.title()));
    others.valueProperty().bindBidirectional(model.otherProperty());
    counts = new ComboBox<>(FXCollections.observableArrayList(CompareViewModel.COUNTS));
    counts.setAccessibleText(Texts.of("How many of the strongest"));
    counts.valueProperty().bindBidirectional(model.countProperty());
    own = new ComparedList(model, pictures, "compare-own-list", actions);
    other = new ComparedList(model, pictures, "compare-other-list", actions);
    columns =
        new HBox(
            16, column(ownTitle, ownWorth, own), column(otherTitle, otherWorth, other), scatter);
    failed =
        new EmptyState(Feather.ALERT_CIRCLE, "", "", button(Texts.of("Try again"), model::retry));
    StackPane body = new StackPane(columns, failed);
    VBox.setVgrow(body, Priority.ALWAYS);
    busy.getStyleClass().add("busy-line");
    busy.setMaxWidth(Double.MAX_VALUE);
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(head(pictures), controls(), busy, text, body);
    connect();
    opened(model.openProperty().get());
  }

  private HBox head(PictureLoader pictures) {
    Button close = button(Texts.of("Back to the strips"), () -> model.openProperty().set(false));
    close.setGraphic(key("Esc"));
    HBox head =
        new HBox(
            16,
            label(Texts.of("Two estimators"), "h2"),
            new PairLine(model.influence(), pictures, true),
            spacer(),
            close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private HBox controls() {
    HBox segments = new HBox();
    segments.getStyleClass().add("segments");
    for (InfluenceKind kind : InfluenceKind.values()) {
      ToggleButton segment = new ToggleButton(kind.title());
      segment.getStyleClass().add("segment");
      segment.setMinWidth(USE_PREF_SIZE);
      segment.setOnAction(
          event -> {
            model.kindProperty().set(kind);
            showKind();
          });
      kinds.put(kind, segment);
      segments.getChildren().add(segment);
    }
    HBox controls =
        new HBox(
            8,
            segments,
            label(Texts.of("first"), "secondary"),
            counts,
            spacer(),
            label(Texts.of("against"), "secondary"),
            others);
    controls.setAlignment(Pos.CENTER_LEFT);
    return controls;
  }

  private static VBox column(Label title, Label worth, ComparedList list) {
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox column = new VBox(4, title, worth, list);
    column.setMinWidth(0);
    column.setPrefWidth(0);
    HBox.setHgrow(column, Priority.ALWAYS);
    return column;
  }

  private void connect() {
    Patience.on(model.busyProperty(), busy::setVisible);
    model.openProperty().addListener((value, old, now) -> opened(now));
    model.resultProperty().addListener((value, old, now) -> show());
    model.failureProperty().addListener((value, old, now) -> show());
    model.kindProperty().addListener((value, old, now) -> show());
    model.countProperty().addListener((value, old, now) -> show());
    model.worth().versionProperty().addListener((value, old, now) -> showWorths());
    model.chosenProperty().addListener((value, old, now) -> follow(now));
    showKind();
    show();
  }

  private void opened(boolean now) {
    setVisible(now);
    if (now) {
      show();
      requestFocus();
    }
  }

  /** Gives the keyboard to what it is needed for here. */
  @Override
  public void requestFocus() {
    own.requestFocus();
  }

  private void showKind() {
    kinds.forEach((kind, segment) -> segment.setSelected(kind == model.kindProperty().get()));
  }

  private void show() {
    showKind();
    Failure failure = model.failureProperty().get();
    failed.setVisible(failure != null);
    columns.setVisible(failure == null);
    if (failure != null) {
      failed.say(Texts.of("The other's scores could not be computed"), failure.message());
    }
    String otherName = model.otherProperty().get().shortTitle();
    ownTitle.setText(model.ownHead());
    otherTitle.setText(model.otherHead());
    showWorths();
    text.setText(model.text());
    own.show(model.ownTitle(), model.ownItems());
    other.show(otherName, model.otherItems());
    scatter.show(model.resultProperty().get(), model.ownTitle(), otherName, model.text());
    follow(model.chosenProperty().get());
  }

  private void showWorths() {
    ownWorth.setText(model.ownWorth());
    otherWorth.setText(model.otherWorth());
  }

  private void follow(InfluenceItem chosen) {
    int index = chosen == null ? -1 : chosen.trainIndex();
    own.follow(index);
    other.follow(index);
    scatter.choose(index);
  }
}
