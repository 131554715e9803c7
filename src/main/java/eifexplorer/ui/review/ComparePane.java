package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.retrain.HeadComparison;
import eifexplorer.retrain.HeadComparison.Change;
import eifexplorer.retrain.HeadComparison.PairChange;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Heads trained with the labels before and after, side by side: retrieval, and the same confused pairs. */
final class ComparePane extends VBox {
  private static final Map<String, String> TITLES =
      Map.of("recall_at_1", "R@1", "map_at_r", Texts.of("MAP@R"), "nmi", "NMI");

  private final ReviewViewModel model;
  private final CompareViewModel compare;
  private final Label title = label("", "h2");
  private final Label note = label("", "muted");
  private final Button run;
  private final Button open;
  private final GridPane metrics = new GridPane();
  private final TableView<PairChange> pairs =
      Tables.table(
          Texts.of("Confused pairs before and after"),
          Texts.of("The session's confused pairs show here"));

  ComparePane(ReviewViewModel model) {
    super(12);
    this.model = model;
    this.compare = model.compare();
    run = button("", this::run, "accent-button");
    run.setId("retrain");
    open = button(Texts.of("Open with the new labels and model"), model::reopen);
    title.setMinWidth(USE_PREF_SIZE);
    metrics.getStyleClass().add("compare-grid");
    metrics.setId("compare-metrics");
    pairs.setId("compare-pairs");
    columns();
    VBox.setVgrow(pairs, Priority.ALWAYS);
    HBox head = new HBox(12, title, note, spacer(), open, run);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(head, metrics, label(Texts.of("The same confused pairs"), "section-head"), pairs);
    InvalidationListener show = value -> show();
    compare.comparisonProperty().addListener(show);
    compare.busyProperty().addListener(show);
    compare.failureProperty().addListener(show);
    model.staged().currentProperty().addListener(show);
    show();
  }

  private void columns() {
    pairs
        .getColumns()
        .add(
            Tables.words(
                Texts.of("Image"), 220, row -> test(row.pair().wrong(), row.pair().wrongLabel())));
    pairs
        .getColumns()
        .add(
            Tables.words(
                Texts.of("Confused with"),
                220,
                row -> test(row.pair().confusedWith(), row.pair().confusedLabel())));
    spread(Texts.of("Distance before"), row -> ChangeText.before(row.distance()));
    spread(Texts.of("after"), row -> ChangeText.after(row.distance()));
    spread(Texts.of("change"), row -> ChangeText.change(row.distance()));
    spread(Texts.of("Rank before"), row -> ChangeText.before(row.rank()));
    spread(Texts.of("after"), row -> ChangeText.after(row.rank()));
    pairs.setRowFactory(
        table -> {
          TableRow<PairChange> row = new TableRow<>();
          row.setOnMouseClicked(
              event -> {
                if (event.getClickCount() == 2 && row.getItem() != null) {
                  compare.open(row.getItem());
                }
              });
          return row;
        });
    pairs.setOnKeyPressed(
        event -> {
          PairChange chosen = pairs.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && chosen != null) {
            compare.open(chosen);
          }
        });
  }

  private String test(int index, int label) {
    return Texts.of("{0} · test {1}", compare.className(label), index);
  }

  private void spread(String name, Function<PairChange, String> text) {
    pairs.getColumns().add(Tables.number(name, 120, text));
  }

  private void run() {
    compare.run(0, model.staged().currentProperty().get());
  }

  private void show() {
    HeadComparison found = compare.comparisonProperty().get();
    Failure failure = compare.failureProperty().get();
    boolean busy = compare.busyProperty().get();
    int current = model.staged().currentProperty().get();
    run.setText(
        current == 0
            ? Texts.of("Retrain and compare")
            : Texts.of("Retrain with revision {0} and compare", current));
    run.setDisable(busy || current == 0);
    open.setVisible(found != null && !busy);
    title.setText(
        found == null
            ? Texts.of("Before and after")
            : Texts.of("Revision {0} → {1}", found.before(), found.after()));
    note.setText(note(found, failure, busy, current));
    metrics.getChildren().clear();
    metrics.setVisible(found != null);
    metrics.setManaged(found != null);
    pairs.getItems().clear();
    if (found != null) {
      fill(found);
    }
  }

  private static String note(HeadComparison found, Failure failure, boolean busy, int current) {
    if (busy) {
      return Texts.of(
          "Heads are being trained; the status bar and its list of jobs say how far it is.");
    }
    if (failure != null) {
      return failure.message();
    }
    if (found != null) {
      return Texts.of(
          "{0} changed · mean ± deviation over {1} · Enter opens a pair in Explore",
          Texts.count(found.labelsChanged(), "label", "labels"),
          Texts.count(found.seeds(), "seed", "seeds"));
    }
    return current == 0
        ? Texts.of("Commit corrected labels first.")
        : Texts.of(
            "Trains heads on the cached features with the data set's own labels and with these.");
  }

  private void fill(HeadComparison found) {
    metrics.addRow(
        0,
        label("", "muted"),
        label(Texts.of("before"), "small", "muted"),
        label(Texts.of("after"), "small", "muted"),
        label(Texts.of("difference"), "small", "muted"));
    int row = 1;
    for (Map.Entry<String, Change> metric : found.metrics().entrySet()) {
      Change change = metric.getValue();
      metrics.addRow(
          row++,
          label(TITLES.getOrDefault(metric.getKey(), metric.getKey()), "section-head"),
          label(ChangeText.before(change), "mono", "compare-number"),
          label(ChangeText.after(change), "mono", "compare-number"),
          label(ChangeText.change(change), "mono", "compare-number"));
    }
    pairs.getItems().setAll(found.pairs());
  }
}
