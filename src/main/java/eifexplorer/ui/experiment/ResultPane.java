package eifexplorer.ui.experiment;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.experiment.ExperimentResult;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.StoredExperiment;
import eifexplorer.ui.kit.Controls;
import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.FileDialogs;
import eifexplorer.ui.kit.FileDialogs.Purpose;
import eifexplorer.ui.kit.Texts;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What was found: sentences, tables, figures; and the kept results to choose from. */
final class ResultPane extends VBox {
  private final ExperimentsViewModel model;
  private final Label title = label("", "h2");
  private final Label facts = label("", "secondary");
  private final Label stale =
      label(
          Texts.of("Made with other weights or labels: rows can't be opened here"),
          "small",
          "warning");
  private final MenuButton results = new MenuButton(Texts.of("Results"));
  private final MenuButton compare = new MenuButton(Texts.of("Compare with"));
  private final MenuButton export = new MenuButton(Texts.of("Save as"));
  private final Button forget;
  private final ProgressBar busy = new ProgressBar();
  private final VBox body = new VBox(16);
  private final ScrollPane scroll = new ScrollPane(body);
  private final EmptyState nothing = new EmptyState(Feather.BAR_CHART_2, "", "");
  private final EmptyState failed;

  ResultPane(ExperimentsViewModel model) {
    super(8);
    this.model = model;
    getStyleClass().add("experiment-result");
    forget = button(Texts.of("Forget"), this::forget);
    failed =
        new EmptyState(
            Feather.ALERT_CIRCLE, "", "", button(Texts.of("Copy details"), this::copyDetails));
    results.setId("experiment-results");
    export.setId("experiment-export");
    for (MenuButton menu : List.of(results, compare, export)) {
      menu.setMinWidth(USE_PREF_SIZE);
      menu.getStyleClass().add("slim-menu");
    }
    export
        .getItems()
        .addAll(
            save(Texts.of("Report (HTML) …"), "report.html"),
            save(Texts.of("All numbers (JSON) …"), "result.json"),
            save(Texts.of("Folder with tables (CSV) and figures (PNG, SVG) …"), "result"));
    HBox head = new HBox(8, title, spacer(), results, compare, export, forget);
    head.setAlignment(Pos.CENTER_LEFT);
    title.setMinWidth(0);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("plain-scroll");
    busy.getStyleClass().add("busy-line");
    busy.setMaxWidth(Double.MAX_VALUE);
    StackPane middle = new StackPane(scroll, nothing, failed);
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(head, facts, stale, busy, middle);
    connect();
  }

  private void connect() {
    model.shownProperty().addListener((value, old, now) -> show());
    model.failureProperty().addListener((value, old, now) -> show());
    model.versionProperty().addListener((value, old, now) -> showState());
    model
        .chosenProperty()
        .addListener(
            (value, old, now) -> {
              showTitle();
              showState();
            });
    model.openingProperty().addListener((value, old, now) -> showState());
    show();
  }

  private MenuItem save(String name, String file) {
    MenuItem item = new MenuItem(name);
    item.setOnAction(event -> choose(file).ifPresent(model::write));
    return item;
  }

  private Optional<Path> choose(String file) {
    return FileDialogs.of(this)
        .newFile(
            getScene().getWindow(),
            Purpose.EXPORT,
            Texts.of("Save the result"),
            model.chosenProperty().get().id() + "-" + file);
  }

  private void showState() {
    boolean opening = model.openingProperty().get();
    busy.setVisible(opening || model.isRunning(model.chosenProperty().get()));
    List<StoredExperiment> kept = kept();
    results.setDisable(kept.isEmpty());
    results.getItems().setAll(kept.stream().map(one -> item(one, () -> model.load(one))).toList());
    Optional<StoredExperiment> here = here(kept);
    List<StoredExperiment> others =
        kept.stream()
            .filter(StoredExperiment::isFinished)
            .filter(o -> !here.equals(Optional.of(o)))
            .toList();
    compare.setDisable(here.isEmpty() || others.isEmpty());
    here.ifPresent(
        first ->
            compare
                .getItems()
                .setAll(
                    others.stream()
                        .map(second -> item(second, () -> model.compare(first, second)))
                        .toList()));
    forget.setDisable(here.isEmpty());
    export.setDisable(result().isEmpty());
    sayWhyThereIsNothing(opening);
  }

  private void sayWhyThereIsNothing(boolean opening) {
    if (model.isRunning(model.chosenProperty().get())) {
      nothing.say(
          Texts.of("Running …"),
          Texts.of("Results come as units are done. The status bar says how far it is."));
    } else if (opening) {
      nothing.say(
          Texts.of("Opening the result …"), Texts.of("It is read, and its figures are drawn."));
    } else {
      nothing.say(Texts.of("No result yet"), Texts.said(model.chosenProperty().get().question()));
    }
  }

  private List<StoredExperiment> kept() {
    return model.kept().of(model.chosenProperty().get());
  }

  private Optional<ExperimentResult> result() {
    return Optional.ofNullable(model.shownProperty().get()).flatMap(Shown::result);
  }

  private Optional<StoredExperiment> here(List<StoredExperiment> kept) {
    return result()
        .flatMap(
            shown ->
                kept.stream()
                    .filter(one -> one.run().fingerprint().equals(shown.run().fingerprint()))
                    .findFirst());
  }

  private MenuItem item(StoredExperiment one, Runnable action) {
    String when =
        one.finished().map(Texts::day).orElse(Texts.of("interrupted, {0} units", one.units()));
    ExperimentForm form = model.form(model.chosenProperty().get());
    MenuItem item = new MenuItem(when + " · " + one.run().modelTitle() + "\n" + form.inWords(one));
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void forget() {
    here(kept()).ifPresent(model::delete);
  }

  private void show() {
    Shown shown = model.shownProperty().get();
    Failure failure = model.failureProperty().get();
    failed.setVisible(failure != null);
    nothing.setVisible(failure == null && shown == null);
    scroll.setVisible(failure == null && shown != null);
    showTitle();
    facts.setText(result().map(ResultPane::factsOf).orElse(""));
    facts.setManaged(!facts.getText().isEmpty());
    boolean old = shown != null && shown.result().isPresent() && !shown.opens();
    stale.setVisible(old);
    stale.setManaged(old);
    if (failure != null) {
      failed.say(Texts.of("The experiment ended early"), failure.message());
    }
    body.getChildren().setAll(shown == null ? List.of() : parts(shown));
    scroll.setVvalue(0);
    showState();
  }

  private void showTitle() {
    Shown shown = model.shownProperty().get();
    title.setText(shown == null ? Texts.said(model.chosenProperty().get().title()) : shown.title());
  }

  private static String factsOf(ExperimentResult result) {
    return Texts.of(
        "{0} · {1} · {2} of work",
        result.run().modelTitle(),
        Texts.day(result.finished()),
        Texts.span(Duration.ofMillis(Math.round(1000 * result.seconds()))));
  }

  private List<Node> parts(Shown shown) {
    List<Node> parts = new ArrayList<>();
    if (!shown.findings().notes().isEmpty()) {
      VBox notes = new VBox(4);
      for (String note : shown.findings().notes()) {
        Label line = label(note);
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        notes.getChildren().add(line);
      }
      parts.add(notes);
    }
    for (ResultTable table : shown.findings().tables()) {
      parts.add(new ResultTableView(table, shown.opens(), model::open));
    }
    shown.figures().forEach(figure -> parts.add(figure(figure)));
    return parts;
  }

  /** Both pictures; the theme's style sheet hides the other's. */
  private VBox figure(DrawnFigure figure) {
    StackPane pictures =
        new StackPane(
            picture(figure, figure.dark(), "dark-only"),
            picture(figure, figure.light(), "light-only"));
    pictures.setAlignment(Pos.TOP_LEFT);
    return new VBox(4, label(figure.title(), "section-head"), pictures);
  }

  private ImageView picture(DrawnFigure figure, byte[] png, String theme) {
    ImageView view = new ImageView(new Image(new ByteArrayInputStream(png)));
    view.getStyleClass().add(theme);
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.setFitWidth(figure.width());
    view.fitWidthProperty()
        .bind(
            scroll
                .widthProperty()
                .map(width -> Math.min(figure.width(), width.doubleValue() - 40)));
    view.setAccessibleText(figure.title());
    return view;
  }

  private void copyDetails() {
    Failure failure = model.failureProperty().get();
    if (failure != null) {
      Controls.copy(failure.message() + "\n" + failure.details());
    }
  }
}
