package eifexplorer.ui.explore.totals;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Segments;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The culprits over the middle of the screen: the finding in a sentence, classes or images by falling harm to the left, those
 * chosen to the right. Escape closes it.
 */
public final class CulpritsSheet extends VBox {
  private final CulpritsViewModel model;
  private final ListView<Culprit> list = new ListView<>();
  private final Label progress = label("", "secondary");
  private final Label headline = label("", "culprits-headline");
  private final Button few = button("", () -> {}, "link-button");
  private final Label agreement = label("", "small", "muted");
  private final Tip leftOutTip = Tips.on(agreement, "");
  private final Button pause = button(Texts.of("Pause"), () -> {});
  private boolean filling;

  /** A sheet that is shown while it is open. */
  public CulpritsSheet(CulpritsViewModel model, PictureLoader pictures) {
    super(8);
    this.model = model;
    getStyleClass().addAll("tile-sheet", "culprits");
    setId("culprits");
    list.setId("culprits-list");
    list.getStyleClass().add("compared-list");
    list.setAccessibleText(Texts.of("Culprits, worst first"));
    list.setFixedCellSize(CulpritCell.HEIGHT);
    list.setPlaceholder(label(Texts.of("No image harms a pair"), "muted"));
    list.setCellFactory(any -> new CulpritCell(model, pictures));
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<Culprit>) change -> choose());
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            model.listPairs();
            event.consume();
          }
        });
    pause.setId("survey-pause");
    pause.setOnAction(event -> pauseOrGoOn());
    few.setId("culprits-few");
    few.setOnAction(event -> model.chooseFew());
    Tips.on(
        few,
        Texts.of("Chooses them: no other {0} were found that harm more pairs", HarmTotals.FEW));
    headline.setWrapText(true);
    headline.setMinHeight(USE_PREF_SIZE);
    agreement.setWrapText(true);
    agreement.setMinHeight(USE_PREF_SIZE);
    few.setMinWidth(USE_PREF_SIZE);
    HBox finding = new HBox(8, headline, few);
    finding.setAlignment(Pos.CENTER_LEFT);
    HBox columns = new HBox(16, column(left()), column(new CulpritDetail(model, pictures)));
    VBox.setVgrow(columns, Priority.ALWAYS);
    getChildren().addAll(head(), finding, columns);
    connect();
    opened(model.openProperty().get());
  }

  private static VBox column(Node part) {
    VBox column = new VBox(part);
    column.setMinWidth(0);
    column.setPrefWidth(0);
    VBox.setVgrow(part, Priority.ALWAYS);
    HBox.setHgrow(column, Priority.ALWAYS);
    return column;
  }

  private VBox left() {
    Segments<CulpritKind> kinds =
        new Segments<>(
            List.of(CulpritKind.values()),
            CulpritKind::title,
            model.kindProperty(),
            model.kindProperty()::set);
    kinds.setMaxWidth(USE_PREF_SIZE);
    kinds.setMinWidth(USE_PREF_SIZE);
    HBox bar = new HBox(10, kinds, agreement);
    bar.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(agreement, Priority.ALWAYS);
    VBox left = new VBox(6, bar, list);
    VBox.setVgrow(list, Priority.ALWAYS);
    return left;
  }

  private HBox head() {
    Button close = button(Texts.of("Back to the strips"), () -> model.openProperty().set(false));
    close.setGraphic(key("Esc"));
    close.setMinWidth(USE_PREF_SIZE);
    progress.setMinWidth(0);
    Label title = label(Texts.of("Culprits"), "h2");
    title.setMinWidth(USE_PREF_SIZE);
    Tips.on(
        title,
        Texts.of(
            "An image harms a pair if it is among the pair's {0} most harmful. The share of all"
                + " harm counts weaker harm too.",
            InfluenceSurvey.HARMFUL_RANKS));
    HBox head = new HBox(12, new VBox(title, progress), pause, spacer(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private void connect() {
    model.openProperty().addListener((value, old, now) -> opened(now));
    model.culpritsProperty().addListener((value, old, now) -> showList());
    model.chosenProperty().addListener((value, old, now) -> showChosen());
    model.totalsProperty().addListener((value, old, now) -> showFinding());
    model.survey().surveyProperty().addListener((value, old, now) -> showProgress());
    model.survey().busyProperty().addListener((value, old, now) -> showProgress());
    model.survey().pausedProperty().addListener((value, old, now) -> showProgress());
    model.agreement().valueProperty().addListener((value, old, now) -> showAgreement());
    model.agreement().busyProperty().addListener((value, old, now) -> showAgreement());
    model.agreement().failureProperty().addListener((value, old, now) -> showAgreement());
  }

  private void opened(boolean now) {
    setVisible(now);
    if (now) {
      showProgress();
      showFinding();
      showList();
      showAgreement();
      requestFocus();
    }
  }

  /** Gives the keyboard to what it is needed for here. */
  @Override
  public void requestFocus() {
    list.requestFocus();
  }

  private void showProgress() {
    progress.setText(Texts.of("by {0} · {1}", model.estimator(), model.progressText()));
    boolean paused = model.survey().pausedProperty().get();
    pause.setText(paused ? Texts.of("Go on") : Texts.of("Pause"));
    pause.setAccessibleText(
        paused ? Texts.of("Go on explaining all pairs") : Texts.of("Pause explaining all pairs"));
    pause.setVisible(paused || model.survey().busyProperty().get());
  }

  private void pauseOrGoOn() {
    if (model.survey().pausedProperty().get()) {
      model.survey().goOn();
    } else {
      model.survey().pause();
    }
  }

  private void showFinding() {
    headline.setText(model.headline());
    few.setText(model.fewText());
    few.setVisible(!few.getText().isEmpty());
  }

  private void showAgreement() {
    String text = model.agreement().text();
    String leftOut = model.agreement().leftOutText();
    agreement.setText(text);
    agreement.setAccessibleText(leftOut.isEmpty() ? text : text + " " + leftOut);
    leftOutTip.setText(leftOut);
    list.refresh();
  }

  private void showList() {
    filling = true;
    list.getItems().setAll(model.culpritsProperty().get());
    filling = false;
    showChosen();
  }

  private void showChosen() {
    List<Culprit> chosen = model.chosenProperty().get();
    if (!filling && !List.copyOf(list.getSelectionModel().getSelectedItems()).equals(chosen)) {
      filling = true;
      list.getSelectionModel().clearSelection();
      chosen.forEach(list.getSelectionModel()::select);
      if (!chosen.isEmpty()) {
        list.scrollTo(chosen.get(0));
      }
      filling = false;
    }
  }

  private void choose() {
    if (!filling) {
      List<Culprit> now =
          list.getSelectionModel().getSelectedItems().stream()
              .filter(culprit -> culprit != null)
              .toList();
      if (!now.isEmpty()) {
        filling = true;
        model.choose(now);
        filling = false;
      }
    }
  }
}
