package eifexplorer.ui.explore.diff;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.session.diff.DiffKind;
import eifexplorer.session.diff.DiffOrder;
import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Patience;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.TableChooser;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import eifexplorer.ui.kit.WordConverter;
import java.util.EnumMap;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Two models over the middle of the screen: measures, changed images, distances, classes. Escape closes it; the comparison
 * stays on.
 */
public final class DiffSheet extends VBox {
  private static final double RIGHT = 288;

  private final DiffViewModel model;
  private final Label before = label("", "small");
  private final Label after = label("", "small");
  private final Map<DiffKind, ToggleButton> kinds = new EnumMap<>(DiffKind.class);
  private final GridPane metrics = new GridPane();
  private final Label sentence = label("", "small", "muted");
  private final Button ofClass = new Button();
  private final Button swap;
  private final DiffList list;
  private final ProgressBar busy = new ProgressBar();
  private final HBox columns;
  private final EmptyState failed;

  /** A sheet that is shown while it is open. */
  public DiffSheet(DiffViewModel model, PictureLoader pictures) {
    super(8);
    this.model = model;
    getStyleClass().addAll("tile-sheet", "compare");
    setId("model-diff");
    list = new DiffList(model, pictures);
    swap = button(Texts.of("Swap"), model::swap);
    swap.setGraphic(new FontIcon(Feather.REPEAT));
    Tips.on(swap, Texts.of("Make the first model the second"));
    failed =
        new EmptyState(
            Feather.ALERT_CIRCLE,
            "",
            "",
            button(Texts.of("Stop comparing"), model::stop),
            button(Texts.of("Try again"), model::retry));
    columns = new HBox(16, left(), right());
    StackPane body = new StackPane(columns, failed);
    VBox.setVgrow(body, Priority.ALWAYS);
    busy.getStyleClass().add("busy-line");
    busy.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(head(), busy, body);
    connect();
    opened(model.openProperty().get());
  }

  private HBox head() {
    Button close = button(Texts.of("Back to the pair"), () -> model.openProperty().set(false));
    close.setGraphic(key("Esc"));
    Label title = label(Texts.of("Two models"), "h2");
    title.setMinWidth(USE_PREF_SIZE);
    VBox titles = new VBox(1, named("before", before), named("after", after));
    titles.setMinWidth(0);
    HBox.setHgrow(titles, Priority.ALWAYS);
    HBox head = new HBox(16, title, titles, swap, close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private static HBox named(String when, Label title) {
    Label word = label(when, "small", "muted");
    word.setMinWidth(40);
    title.setMinWidth(0);
    title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    Tips.on(title, "").textProperty().bind(title.textProperty());
    HBox line = new HBox(4, word, title);
    line.setMinWidth(0);
    return line;
  }

  private VBox left() {
    HBox segments = new HBox();
    segments.getStyleClass().add("segments");
    for (DiffKind kind : DiffKind.values()) {
      ToggleButton segment = new ToggleButton();
      segment.getStyleClass().add("segment");
      segment.setId("diff-" + kind.word());
      segment.setMinWidth(USE_PREF_SIZE);
      segment.setOnAction(
          event -> {
            model.kindProperty().set(kind);
            showKinds();
          });
      kinds.put(kind, segment);
      segments.getChildren().add(segment);
    }
    ComboBox<DiffOrder> order =
        new ComboBox<>(FXCollections.observableArrayList(DiffOrder.values()));
    order.setConverter(new WordConverter<>(one -> one == null ? "" : Texts.said(one.toString())));
    order.setId("diff-order");
    order.setAccessibleText(Texts.of("Order of the changed images"));
    order.setMinWidth(96);
    order.valueProperty().bindBidirectional(model.orderProperty());
    Button export =
        iconButton(
            Feather.DOWNLOAD,
            Texts.of("Export the images as listed"),
            () -> TableChooser.choose(this, "two-models").ifPresent(model::export));
    HBox controls = new HBox(8, segments, spacer(), order, export);
    controls.setAlignment(Pos.CENTER_LEFT);
    ofClass.getStyleClass().add("filter-chip");
    ofClass.setMinWidth(0);
    ofClass.setMnemonicParsing(false);
    ofClass.setOnAction(event -> model.ofClassProperty().set(null));
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox left = new VBox(6, controls, ofClass, DiffList.heads(), list);
    left.setMinWidth(0);
    left.setPrefWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    return left;
  }

  private VBox right() {
    metrics.setHgap(12);
    metrics.setVgap(2);
    metrics.setId("diff-metrics");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    DiffScatter scatter = new DiffScatter(model);
    DiffClasses classes = new DiffClasses(model);
    classes.setMinHeight(96);
    classes.setPrefHeight(160);
    VBox.setVgrow(scatter, Priority.ALWAYS);
    VBox.setVgrow(classes, Priority.ALWAYS);
    VBox right =
        new VBox(
            8,
            metrics,
            sentence,
            label(Texts.of("Distance of the pairs"), "section-head"),
            scatter,
            label(Texts.of("Gains and losses by class"), "section-head"),
            classes);
    right.setMinWidth(RIGHT);
    right.setPrefWidth(RIGHT);
    right.setMaxWidth(RIGHT);
    return right;
  }

  private void connect() {
    Patience.on(model.busyProperty(), busy::setVisible);
    model.openProperty().addListener((value, old, now) -> opened(now));
    model.resultProperty().addListener((value, old, now) -> show());
    model.failureProperty().addListener((value, old, now) -> show());
    model.askedProperty().addListener((value, old, now) -> show());
    model.kindProperty().addListener((value, old, now) -> showKinds());
    model.ofClassProperty().addListener((value, old, now) -> showClass());
    show();
  }

  private void opened(boolean now) {
    setVisible(now);
    if (now) {
      requestFocus();
    }
  }

  /** Gives the keyboard to what it is needed for here. */
  @Override
  public void requestFocus() {
    list.requestFocus();
  }

  private void showKinds() {
    kinds.forEach(
        (kind, segment) -> {
          segment.setSelected(kind == model.kindProperty().get());
          segment.setText(model.kindText(kind));
        });
  }

  private void showClass() {
    boolean one = model.ofClassProperty().get() != null;
    ofClass.setVisible(one);
    ofClass.setManaged(one);
    ofClass.setText(one ? Texts.of("only {0}  ×", model.ofClassProperty().get().name()) : "");
    ofClass.setAccessibleText(Texts.of("List the images of all classes again"));
  }

  private void show() {
    Failure failure = model.failureProperty().get();
    boolean known = failure == null && model.resultProperty().get() != null;
    failed.setVisible(failure != null);
    columns.setVisible(known);
    swap.setDisable(!known);
    if (failure != null) {
      failed.say(Texts.of("The models could not be compared"), failure.message());
    }
    before.setText(model.beforeText());
    after.setText(model.afterText());
    sentence.setText(model.sentence());
    showKinds();
    showClass();
    showMetrics();
  }

  private void showMetrics() {
    metrics.getChildren().clear();
    int row = 0;
    metrics.addRow(
        row++,
        label(Texts.of("in %"), "small", "muted"),
        label(Texts.of("before"), "small", "muted"),
        label(Texts.of("after"), "small", "muted"),
        label(Texts.of("change"), "small", "muted"),
        label(Texts.of("95 % of it"), "small", "muted"));
    for (DiffViewModel.MetricText text : model.metrics()) {
      metrics.addRow(
          row++,
          label(text.name(), "small"),
          label(text.before(), "small", "mono"),
          label(text.after(), "small", "mono"),
          label(text.difference(), "small", "mono"),
          label(text.interval(), "small", "mono", "muted"));
    }
    metrics.getChildren().forEach(cell -> ((Label) cell).setMinWidth(USE_PREF_SIZE));
  }
}
