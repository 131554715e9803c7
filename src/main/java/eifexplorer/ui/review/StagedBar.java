package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.review.revision.Staging;
import eifexplorer.ui.kit.CommandCaps;
import eifexplorer.ui.kit.FileDialogs;
import eifexplorer.ui.kit.FileDialogs.Purpose;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser.ExtensionFilter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The lower edge: what is staged, files out and in, the commit. */
final class StagedBar extends HBox {
  private static final PseudoClass STAGED = PseudoClass.getPseudoClass("staged");

  private final ReviewViewModel model;
  private final Label count = label("", "section-head");
  private final Tip lockTip = Tips.on(count, "");
  private final Label detail = label("", "muted");
  private final Label stale = label("", "stale-word");
  private final Button reopen;
  private final Button compare;
  private final TextField message = new TextField();
  private final Button commit;
  private final Label commitWord = label(Texts.of("Commit"));

  StagedBar(ReviewViewModel model, Runnable showDiff, Runnable showComparison) {
    super(12);
    this.model = model;
    getStyleClass().add("staged-bar");
    setAlignment(Pos.CENTER_LEFT);
    count.setGraphic(new FontIcon(Feather.GIT_COMMIT));
    Button diff = button(Texts.of("View diff"), showDiff);
    diff.setId("view-diff");
    stale.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
    reopen = button(Texts.of("Open with them"), model::refresh, "small-button");
    reopen.setId("reopen-labels");
    compare = button(Texts.of("Before and after"), showComparison, "small-button");
    compare.setId("compare-labels");
    message.setId("commit-message");
    message.setPromptText(Texts.of("What was done"));
    message.setAccessibleText(Texts.of("Message of the commit"));
    message.setPrefWidth(280);
    message.textProperty().bindBidirectional(model.staged().messageProperty());
    message.setOnAction(event -> commit());
    commit = button("", this::commit, "accent-button");
    commit.setId("commit");
    HBox graphic = new HBox(8, commitWord, new CommandCaps(ReviewCommand.COMMIT));
    graphic.setAlignment(Pos.CENTER);
    commit.setGraphic(graphic);
    for (Label part : new Label[] {count, stale}) {
      part.setMinWidth(USE_PREF_SIZE);
    }
    detail.setMinWidth(0);
    getChildren()
        .addAll(count, detail, diff, stale, reopen, compare, spacer(), files(), message, commit);
    InvalidationListener show = value -> show();
    model.staged().summaryProperty().addListener(show);
    model.staged().currentProperty().addListener(show);
    model.troubleProperty().addListener(show);
    model.queue().blindProperty().addListener(show);
    show();
  }

  private MenuButton files() {
    MenuButton menu = new MenuButton(Texts.of("Files"));
    menu.setId("review-files");
    menu.setAccessibleText(Texts.of("Export labels, import decisions"));
    menu.setMinWidth(USE_PREF_SIZE);
    for (TransferViewModel.Format format : TransferViewModel.Format.values()) {
      MenuItem item = new MenuItem(format.title());
      item.setOnAction(event -> export(format));
      menu.getItems().add(item);
    }
    MenuItem read = new MenuItem(Texts.of("Import decisions …"));
    read.setOnAction(event -> importDecisions());
    menu.getItems().addAll(new SeparatorMenuItem(), read);
    menu.setOnShowing(
        event -> menu.getItems().forEach(item -> item.setDisable(!model.transfer().isPossible())));
    return menu;
  }

  /** A folder that is to be made is asked for as a file, since choosers of folders only show those there are. */
  private void export(TransferViewModel.Format format) {
    FileDialogs.of(this)
        .newFile(
            getScene().getWindow(),
            Purpose.EXPORT,
            format.isFolder() ? Texts.of("Export to a new folder") : Texts.of("Export to a file"),
            format.proposed())
        .ifPresent(file -> model.transfer().export(format, file));
  }

  private void importDecisions() {
    FileDialogs.of(this)
        .file(
            getScene().getWindow(),
            Purpose.DECISIONS,
            Texts.of("Import decisions"),
            "",
            new ExtensionFilter(
                Texts.of("CSV, cleanlab, Label Studio, FiftyOne"), "*.csv", "*.json", "*.jsonl"),
            new ExtensionFilter(Texts.of("All files"), "*"))
        .ifPresent(model.transfer()::importDecisions);
  }

  /** Commits; without a message the caret goes where it is to be written. */
  void commit() {
    if (model.staged().commit()) {
      getScene().getRoot().requestFocus();
    } else {
      message.requestFocus();
    }
  }

  private void show() {
    Summary summary = model.staged().summaryProperty().get();
    Staging staging = summary == null ? null : summary.staging();
    int changes = staging == null ? 0 : staging.changes().size();
    boolean blind = model.queue().blindProperty().get();
    pseudoClassStateChanged(STAGED, changes > 0 && !blind);
    boolean locked = !model.troubleProperty().get().isEmpty();
    lockTip.setText(
        locked ? model.troubleProperty().get() : Texts.of("What is decided and not committed"));
    count.setText(
        locked
            ? Texts.of("To look at only")
            : blind
                ? Texts.of("Blind pass")
                : changes == 0
                    ? Texts.of("Nothing staged")
                    : Texts.of("{0} staged", Texts.count(changes, "change", "changes")));
    detail.setText(
        blind
            ? Texts.of("what is staged is hidden")
            : staging == null || changes == 0 ? unstagedText(staging) : detail(staging));
    String stays = summary == null ? "" : summary.stale();
    stale.setText(stays);
    for (Node node : new Node[] {stale, reopen}) {
      node.setVisible(!stays.isEmpty());
      node.setManaged(!stays.isEmpty());
    }
    boolean comparable = !blind && changes == 0 && model.staged().currentProperty().get() > 0;
    compare.setVisible(comparable);
    compare.setManaged(comparable);
    commitWord.setText(
        blind || changes == 0
            ? Texts.of("Commit")
            : Texts.of("Commit {0}", Texts.count(changes, "change", "changes")));
    commit.setAccessibleText(commitWord.getText());
    commit.setDisable((changes == 0 && !blind) || locked);
  }

  private static String detail(Staging staging) {
    int conflicts = staging.conflicts().size();
    return Texts.of(
        "{0} relabelled · {1} excluded{2}",
        Texts.count(staging.relabelled()),
        Texts.count(staging.excluded()),
        conflicts == 0 ? "" : " · " + Texts.count(conflicts, "conflict", "conflicts"));
  }

  /** The revision there is, and what keeps decisions from being staged. */
  private String unstagedText(@Nullable Staging staging) {
    int conflicts = staging == null ? 0 : staging.conflicts().size();
    return conflicts == 0
        ? revisionText()
        : Texts.of(
            "{0} · {1} to settle under Annotators",
            revisionText(), Texts.count(conflicts, "conflict", "conflicts"));
  }

  private String revisionText() {
    int current = model.staged().currentProperty().get();
    return current == 0
        ? Texts.of("the data set's own labels")
        : Texts.of("labels of revision {0}", current);
  }
}
