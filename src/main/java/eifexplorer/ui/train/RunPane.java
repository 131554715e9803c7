package eifexplorer.ui.train;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.job.JobHandle;
import eifexplorer.job.Progress;
import eifexplorer.training.EpochReport;
import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.FxThread;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import eifexplorer.ui.train.CurveChart.Curve;
import eifexplorer.ui.train.CurveChart.Ink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The run that is looked at: how far it is, its curves, what it says; below it all runs. */
final class RunPane extends VBox {
  /** The first moments say nothing about the speed. */
  private static final Duration TELLING = Duration.ofSeconds(1);

  private final TrainViewModel model;
  private final Label title = label("", "h1");
  private final Label state = label("", "pill");
  private final Label far = label("", "secondary");
  private final Label left = label("", "secondary");
  private final ProgressBar bar = new ProgressBar(0);
  private final Label trouble = label("", "problem");
  private final Button pause = button(Texts.of("Pause"), this::pause);
  private final Button cancel = button(Texts.of("Cancel"), this::cancel);
  private final Button resume = button(Texts.of("Resume"), this::resume);
  private final Button open = button(Texts.of("Open in Explore"), this::open, "accent-button");
  private final CurveChart loss = new CurveChart(Texts.of("Loss"));
  private final CurveChart test = new CurveChart(Texts.of("Test"));
  private final HBox charts = new HBox(16, loss, test);
  private final RunDetails details;
  private final ToggleButton curvesShown = segment(Texts.of("Curves"));
  private final ToggleButton detailsShown = segment(Texts.of("Details"));
  private final Label runsHead = label("", "muted");
  private final RunsTable table;
  private final EmptyState empty =
      new EmptyState(
          Feather.TRENDING_UP,
          Texts.of("No run yet"),
          Texts.of("Curves show here after the first batch."));
  private final VBox run;
  private final TextArea log = new TextArea();
  private final BooleanProperty compact = new SimpleBooleanProperty();

  /** A view of the runs; {@code sheets} opens small sheets over the screen. */
  RunPane(TrainViewModel model, Flyout sheets) {
    super(16);
    this.model = model;
    getStyleClass().add("run-pane");
    table = new RunsTable(model);
    details = new RunDetails(model);
    pause.setGraphic(new FontIcon(Feather.PAUSE));
    resume.setGraphic(new FontIcon(Feather.PLAY));
    cancel.setGraphic(new FontIcon(Feather.X));
    pause.setId("pause-run");
    cancel.setId("cancel-run");
    resume.setId("resume-run");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("thin-bar");
    trouble.setWrapText(true);
    trouble.setMinHeight(USE_PREF_SIZE);
    title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    state.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(8, title, state, spacer(), segments(), pause, resume, cancel, open);
    HBox how = new HBox(8, far, spacer(), left);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(32);
    HBox.setHgrow(loss, Priority.ALWAYS);
    HBox.setHgrow(test, Priority.ALWAYS);
    loss.setPrefWidth(0);
    test.setPrefWidth(0);
    charts.setMinHeight(220);
    VBox.setVgrow(charts, Priority.ALWAYS);
    VBox.setVgrow(details, Priority.ALWAYS);
    run = new VBox(8, head, how, bar, trouble, charts, details);
    StackPane upper = new StackPane(run, empty);
    VBox.setVgrow(upper, Priority.ALWAYS);
    HBox tableHead = tableHead(sheets);
    Label unreadable = label("", "problem");
    unreadable.textProperty().bind(unreadableText());
    unreadable.managedProperty().bind(unreadable.textProperty().isNotEmpty());
    Tips.on(unreadable, "").textProperty().bind(model.unreadableProperty());
    log.setId("run-log");
    log.setEditable(false);
    log.setWrapText(true);
    log.setAccessibleText(Texts.of("Log of the run"));
    log.getStyleClass().addAll("mono", "run-log");
    log.setPrefHeight(96);
    log.setMinHeight(96);
    log.visibleProperty().bind(model.logProperty().isNotEmpty().and(compact.not()));
    log.managedProperty().bind(log.visibleProperty());
    model.logProperty().addListener((value, old, now) -> showLog(now));
    log.heightProperty()
        .addListener(
            (value, old, now) -> {
              if (!log.isFocused()) {
                toEndOfLog();
              }
            });
    showLog(model.logProperty().get());
    VBox lower = new VBox(8, tableHead, table, unreadable, log);
    lower.setPrefHeight(320);
    lower.setMinHeight(160);
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(upper, lower);
    model.revisionProperty().addListener((value, old, now) -> show());
    model.chosenProperty().addListener((value, old, now) -> show());
    model.detailsOpenProperty().addListener((value, old, now) -> show());
    show();
  }

  private static ToggleButton segment(String text) {
    ToggleButton segment = new ToggleButton(text);
    segment.setMnemonicParsing(false);
    segment.getStyleClass().add("segment");
    segment.setMinWidth(USE_PREF_SIZE);
    return segment;
  }

  private HBox segments() {
    detailsShown.setId("run-details");
    curvesShown.setId("run-curves");
    curvesShown.setOnAction(event -> showDetails(false));
    detailsShown.setOnAction(event -> showDetails(true));
    HBox segments = new HBox(curvesShown, detailsShown);
    segments.getStyleClass().add("segments");
    segments.setMinWidth(USE_PREF_SIZE);
    return segments;
  }

  private void showDetails(boolean shown) {
    model.detailsOpenProperty().set(shown);
    show();
  }

  private HBox tableHead(Flyout sheets) {
    ColumnsSheet sheet = new ColumnsSheet(model.columns());
    Button columns = button(Texts.of("Columns"), () -> {}, "link-button");
    columns.setId("run-columns");
    columns.setOnAction(event -> sheets.toggle(columns, sheet));
    Button export = button(Texts.of("Export CSV"), this::export, "link-button");
    export.disableProperty().bind(Bindings.isEmpty(model.runs()));
    HBox head = new HBox(8, label(Texts.of("Runs"), "h2"), runsHead, spacer(), columns, export);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private void export() {
    CsvChooser.choose(this, "runs.csv")
        .ifPresent(file -> model.actions().exportRuns(List.copyOf(model.runs()), file));
  }

  /** The first line of what can't be read, and how many there are. */
  private StringBinding unreadableText() {
    return Bindings.createStringBinding(
        () -> {
          String all = model.unreadableProperty().get();
          long count = all.lines().count();
          return count == 0
              ? ""
              : Texts.of(
                  "{0} can't be read: {1}",
                  Texts.count(count, "run", "runs"), all.lines().findFirst().orElse(""));
        },
        model.unreadableProperty());
  }

  void compact(boolean small) {
    compact.set(small);
  }

  /** The end is in sight, unless somebody is reading further up. */
  private void showLog(String text) {
    boolean reading = log.isFocused();
    double at = log.getScrollTop();
    log.setText(text);
    if (reading) {
      log.setScrollTop(at);
    } else {
      toEndOfLog();
    }
  }

  /** Where the end is is only known once the text is laid out. */
  private void toEndOfLog() {
    FxThread.later(
        () -> {
          log.positionCaret(log.getLength());
          log.setScrollTop(Double.MAX_VALUE);
        });
  }

  private void pause() {
    model.chosenRun().ifPresent(model::pause);
  }

  private void cancel() {
    model.chosenRun().ifPresent(model::cancel);
  }

  private void resume() {
    model.chosenRun().ifPresent(model::resume);
  }

  private void open() {
    model.chosenRun().ifPresent(model::open);
  }

  private static void show(Button button, boolean shown) {
    button.setVisible(shown);
    button.setManaged(shown);
  }

  private void show() {
    Optional<RunRow> chosen = model.chosenRun();
    empty.setVisible(chosen.isEmpty());
    run.setVisible(chosen.isPresent());
    int count = model.runs().size();
    runsHead.setText(count == 0 ? "" : Texts.of("{0} · tick to compare", Texts.count(count)));
    chosen.ifPresent(this::show);
  }

  private void show(RunRow row) {
    boolean inDetail = model.detailsOpenProperty().get();
    curvesShown.setSelected(!inDetail);
    detailsShown.setSelected(inDetail);
    for (Node part : new Node[] {charts, details}) {
      part.setVisible(part == details == inDetail);
      part.setManaged(part.isVisible());
    }
    if (inDetail) {
      details.show(row);
    }
    title.setText(row.summary().isEmpty() ? row.plan().loss().title() : row.id());
    state.setText(row.state().word());
    far.setText(farText(row));
    trouble.setText(row.message());
    trouble.setVisible(!row.message().isEmpty() && !inDetail);
    trouble.setManaged(trouble.isVisible());
    Optional<Progress> progress =
        row.live()
            .flatMap(LiveRun::job)
            .filter(job -> !job.state().ended())
            .map(JobHandle::progress);
    bar.setProgress(
        progress
            .filter(p -> p.total() > 0 && p.unit().equals("batches"))
            .map(RunPane::share)
            .orElse(done(row)));
    left.setText(progress.map(now -> leftText(row, now)).orElse(""));
    show(pause, row.canPause());
    show(cancel, row.canCancel());
    show(resume, row.canResume());
    show(open, row.state() == RunRow.State.DONE);
    loss.show(lossCurves(row), row.plan().totalEpochs(), row.plan().warmUpEpochs());
    test.show(testCurves(row), row.plan().totalEpochs(), row.plan().warmUpEpochs());
  }

  private static double share(Progress progress) {
    return (double) progress.done() / progress.total();
  }

  private static double done(RunRow row) {
    return (double) row.newestEpochs().size() / row.plan().totalEpochs();
  }

  private static String farText(RunRow row) {
    String epochs = Texts.of("epoch {0}", row.epochText());
    if (row.isAtWork() && row.summary().isEmpty()) {
      return Texts.of("preparing");
    }
    return row.live()
        .flatMap(LiveRun::lastBatch)
        .filter(batch -> row.isAtWork())
        .map(
            batch ->
                Texts.of(
                    "epoch {0} of {1} · batch {2} of {3}",
                    batch.epoch(), row.plan().totalEpochs(), batch.batch(), batch.batches()))
        .orElse(epochs);
  }

  /** How fast its last epoch was, and how long still; between epochs its progress is that of what is done then. */
  private static String leftText(RunRow row, Progress progress) {
    if (!progress.unit().equals("batches")) {
      return progress.unit().isEmpty() ? "" : Texts.of("measuring");
    }
    List<EpochReport> reports = row.newestEpochs();
    String rate =
        reports.isEmpty()
            ? ""
            : Texts.of(
                "{0} images/s · ",
                Texts.count(Math.round(reports.get(reports.size() - 1).imagesPerSecond())));
    return progress
        .remaining()
        .filter(time -> progress.elapsed().compareTo(TELLING) >= 0)
        .map(time -> Texts.of("{0} left", rate + Texts.span(time)))
        .orElse("");
  }

  private List<RunRow> others(RunRow chosen) {
    return model.runs().stream()
        .filter(row -> model.ticked().contains(row.id()) && !row.id().equals(chosen.id()))
        .toList();
  }

  private List<Curve> lossCurves(RunRow row) {
    List<Curve> curves = new ArrayList<>();
    List<Point2D> batches = row.live().map(LiveRun::losses).orElse(List.of());
    List<Point2D> points = batches.isEmpty() ? epochLosses(row) : batches;
    String value = points.isEmpty() ? "" : Texts.size(points.get(points.size() - 1).getY());
    curves.add(new Curve(Texts.of("this run"), value, Ink.FIRST, false, points));
    for (RunRow other : others(row)) {
      curves.add(new Curve(other.id(), "", Ink.OTHER, true, epochLosses(other)));
    }
    return curves;
  }

  private static List<Point2D> epochLosses(RunRow row) {
    return row.newestEpochs().stream().map(e -> new Point2D(e.epoch(), e.loss())).toList();
  }

  private List<Curve> testCurves(RunRow row) {
    List<Curve> curves = new ArrayList<>();
    curves.add(curve(row, "R@1", "recall_at_1", Ink.SECOND));
    curves.add(curve(row, Texts.of("MAP@R"), "map_at_r", Ink.THIRD));
    curves.add(curve(row, "NMI", "nmi", Ink.FIRST));
    for (RunRow other : others(row)) {
      curves.add(new Curve("", "", Ink.OTHER, true, points(other, "recall_at_1")));
      curves.add(new Curve("", "", Ink.OTHER, true, points(other, "map_at_r")));
    }
    return curves;
  }

  private static Curve curve(RunRow row, String name, String metric, Ink ink) {
    List<Point2D> points = points(row, metric);
    return new Curve(name, points.isEmpty() ? "" : row.metricText(metric), ink, false, points);
  }

  /** A metric over the epochs, in per cent as it is written beside. */
  private static List<Point2D> points(RunRow row, String metric) {
    return row.newestEpochs().stream()
        .flatMap(
            report ->
                Optional.ofNullable(report.metrics().get(metric))
                    .map(value -> new Point2D(report.epoch(), 100 * value))
                    .stream())
        .toList();
  }
}
