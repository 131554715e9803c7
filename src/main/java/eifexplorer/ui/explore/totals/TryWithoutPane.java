package eifexplorer.ui.explore.totals;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.model.ModelCard;
import eifexplorer.retrain.Chance;
import eifexplorer.retrain.HeadComparison.Spread;
import eifexplorer.retrain.LeaveOutOutcome;
import eifexplorer.retrain.LeaveOutOutcome.Count;
import eifexplorer.retrain.LeaveOutOutcome.Measure;
import eifexplorer.ui.explore.totals.TryWithoutViewModel.Tried;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the model is without the chosen culprits, in numbers with their spread, and the test images that change sides. */
final class TryWithoutPane extends VBox {
  private static final PseudoClass TOLD = PseudoClass.getPseudoClass("told");
  private static final int PAIRS = 6;
  private static final Map<String, String> MEANING =
      Map.of(
          "R@1",
          Texts.of(
              "Share of the test images whose nearest neighbour has their class; pp: percentage"
                  + " points"),
          Texts.of("MAP@R"),
          Texts.of("Mean average precision at R on the test images; pp: percentage points"),
          Texts.of("Distance"),
          Texts.of("Mean over the confused pairs that they harm"),
          Texts.of("Fixed"),
          Texts.of(
              "Test images whose nearest neighbour has their class without them, had not with all"),
          Texts.of("Broken"),
          Texts.of(
              "Test images whose nearest neighbour had their class with all, has not without"
                  + " them"));

  private final CulpritsViewModel model;
  private final TryWithoutViewModel trial;
  private final PictureLoader pictures;
  private final Button run =
      button(Texts.of("Try without"), () -> {}, "small-button", "accent-button");
  private final Button stop = button(Texts.of("Stop"), () -> {}, "small-button");
  private final Button keep = button(Texts.of("Keep the model"), () -> {}, "small-button");
  private final Button open = button(Texts.of("Open that model"), () -> {}, "small-button");
  private final Label says = label("", "small", "muted");
  private final GridPane numbers = new GridPane();
  private final VBox lists = new VBox(6);

  TryWithoutPane(CulpritsViewModel model, PictureLoader pictures) {
    super(6);
    this.model = model;
    this.trial = model.trial();
    this.pictures = pictures;
    getStyleClass().add("try-without");
    run.setId("try-without");
    run.setOnAction(event -> trial.run());
    stop.setId("try-without-stop");
    stop.setOnAction(event -> trial.cancel());
    keep.setId("try-without-keep");
    keep.setOnAction(event -> trial.keep());
    keep.disableProperty().bind(trial.keepingProperty());
    open.setId("try-without-open");
    open.setOnAction(event -> trial.openKept());
    says.setWrapText(true);
    says.setMinHeight(USE_PREF_SIZE);
    numbers.getStyleClass().add("try-numbers");
    numbers.setHgap(8);
    numbers.setVgap(3);
    ColumnConstraints first = new ColumnConstraints();
    first.setHgrow(Priority.ALWAYS);
    numbers.getColumnConstraints().add(first);
    HBox head =
        new HBox(
            8, label(Texts.of("Without them"), "section-head"), spacer(), keep, open, stop, run);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, says, numbers, lists);
    trial.shownProperty().addListener((value, old, now) -> show());
    trial.subjectProperty().addListener((value, old, now) -> show());
    trial.keptProperty().addListener((value, old, now) -> show());
    trial.busyProperty().addListener((value, old, now) -> show());
    trial.failureProperty().addListener((value, old, now) -> show());
    show();
  }

  private void show() {
    Tried tried = trial.shownProperty().get();
    boolean busy = trial.busyProperty().get();
    shown(stop, busy);
    shown(run, !busy && tried == null);
    boolean kept = trial.keptProperty().get() != null;
    shown(keep, tried != null && !kept && trial.canKeep());
    shown(open, tried != null && kept);
    numbers.getChildren().clear();
    lists.getChildren().clear();
    says.setText(words(tried, busy));
    if (tried != null) {
      show(tried);
    }
  }

  private static void shown(Button button, boolean visible) {
    button.setVisible(visible);
    button.setManaged(visible);
  }

  private String words(Tried tried, boolean busy) {
    if (tried != null) {
      return Texts.of(
          "Last layer trained from the start on the same features, {0} seeds: change without them ±"
              + " deviation, and without as many at random.{1}",
          tried.outcome().all().size(), keptWords());
    }
    if (busy) {
      return Texts.of(
          "The last layer is trained with all images, without these, and without as many at random"
              + " …");
    }
    if (trial.failureProperty().get() != null) {
      return trial.failureProperty().get().message();
    }
    return Texts.of(
        "Trains the last layer from the start without these images, {0} seeds, and without as many"
            + " drawn at random.",
        TryWithoutViewModel.SEEDS);
  }

  private String keptWords() {
    ModelCard kept = trial.keptProperty().get();
    return kept == null ? "" : Texts.of(" Kept as “{0}”.", kept.title());
  }

  private void show(Tried tried) {
    LeaveOutOutcome outcome = tried.outcome();
    head();
    addShare("R@1", outcome.recallAt1());
    addShare(Texts.of("MAP@R"), outcome.mapAtR());
    if (!tried.subject().pairs().isEmpty()) {
      addDistance(Texts.of("Distance"), outcome.distance(new HashSet<>(tried.subject().pairs())));
    }
    add(Texts.of("Fixed"), outcome.fixed());
    add(Texts.of("Broken"), outcome.broken());
    list(Texts.of("Fixed by most seeds"), outcome.usuallyFixed(), outcome, true);
    list(Texts.of("Broken by most seeds"), outcome.usuallyBroken(), outcome, false);
  }

  private void head() {
    int row = 0;
    numbers.addRow(
        row,
        label(""),
        head(Texts.of("with all")),
        head(Texts.of("change")),
        head(Texts.of("at random")),
        label(""));
  }

  private static Label head(String text) {
    Label head = label(text, "small", "muted");
    GridPane.setHalignment(head, HPos.RIGHT);
    return head;
  }

  /** A share in per cent, its change in percentage points; the unit stands once, for there is little room. */
  private void addShare(String what, Measure measure) {
    row(
        what,
        Texts.percent(measure.all().mean()),
        Texts.of("{0} pp", change(measure.change(), 100, 2)),
        change(measure.atRandom(), 100, 2),
        measure.chance());
  }

  private void addDistance(String what, Measure measure) {
    row(
        what,
        Texts.number("%.3f", measure.all().mean()),
        change(measure.change(), 1, 3),
        change(measure.atRandom(), 1, 3),
        measure.chance());
  }

  private void add(String what, Count count) {
    row(what, "", spread(count.count()), spread(count.atRandom()), count.chance());
  }

  private static String spread(Spread spread) {
    return Texts.number("%.1f", spread.mean()) + deviation(spread.deviation(), 1);
  }

  private static String change(Spread spread, double factor, int decimals) {
    return Texts.signed(spread.mean() * factor, decimals)
        + deviation(spread.deviation() * factor, decimals);
  }

  private static String deviation(double deviation, int decimals) {
    return " ± " + Texts.number("%." + decimals + "f", deviation);
  }

  private void row(String what, String all, String change, String random, Chance chance) {
    boolean told = chance == Chance.MORE_THAN_CHANCE;
    Label verdict = label(told ? Texts.of("told") : Texts.of("not told"), "small", "chance-mark");
    verdict.pseudoClassStateChanged(TOLD, told);
    Tips.on(verdict, Texts.said(chance.words()));
    verdict.setAccessibleText(Texts.said(chance.words()));
    Label name = label(what, "small");
    Tips.on(name, MEANING.getOrDefault(what, ""));
    name.setMinWidth(0);
    Label[] values = {
      label(all, "mono", "small"),
      label(change, "mono", "small"),
      label(random, "mono", "small", "muted")
    };
    for (Label value : values) {
      value.setMinWidth(USE_PREF_SIZE);
      GridPane.setHalignment(value, HPos.RIGHT);
    }
    verdict.setMinWidth(USE_PREF_SIZE);
    numbers.addRow(numbers.getRowCount(), name, values[0], values[1], values[2], verdict);
  }

  private void list(String title, List<Integer> images, LeaveOutOutcome outcome, boolean fixed) {
    if (images.isEmpty()) {
      lists.getChildren().add(label(Texts.of("{0}: none", title), "small", "muted"));
      return;
    }
    HBox head = new HBox(8, label(title + ": " + Texts.count(images.size()), "small"));
    head.setAlignment(Pos.CENTER_LEFT);
    boolean listed = images.stream().anyMatch(image -> model.pairOf(image).isPresent());
    if (listed) {
      String named =
          (fixed ? Texts.of("fixed without ") : Texts.of("broken without "))
              + trial.shownProperty().get().subject().title();
      head.getChildren()
          .add(
              button(
                  Texts.of("List their pairs"),
                  () -> model.listFixed(images, named),
                  "link-button"));
    }
    FlowPane cards = new FlowPane(6, 6);
    for (int image : images.subList(0, Math.min(PAIRS, images.size()))) {
      int neighbour = outcome.nearest(image, fixed);
      model
          .picture(image, neighbour)
          .map(
              pair ->
                  new PairButton(
                      pair,
                      pictures,
                      tip(image, fixed),
                      model.pairOf(image).<Runnable>map(at -> () -> model.goTo(at)).orElse(null)))
          .ifPresent(cards.getChildren()::add);
    }
    lists.getChildren().addAll(head, cards);
  }

  private String tip(int image, boolean fixed) {
    String what =
        fixed
            ? Texts.of("Nearest neighbour with all images; without them one of its own class")
            : Texts.of("Nearest neighbour without them; with all images one of its own class");
    return model.pairOf(image).isPresent()
        ? what + ". Shows its pair"
        : what + ". Right with the open model: there is no pair to show";
  }
}
