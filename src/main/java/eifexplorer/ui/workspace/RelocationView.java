package eifexplorer.ui.workspace;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.FileDialogs;
import eifexplorer.ui.kit.FileDialogs.Purpose;
import eifexplorer.ui.kit.RecentPaths;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.PageView;
import eifexplorer.workspace.Workspace;
import javafx.beans.InvalidationListener;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The question where a data set is now, a page in the window's middle. */
public final class RelocationView extends ScrollPane implements PageView {
  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
  private static final double WIDTH = 680;

  private final RelocationViewModel model;
  private final TextField root;
  private final Label title = label("", "h1");
  private final Label where = label("", "secondary");
  private final Label answer = label("", "answer");

  /**
   * A view of the question.
   *
   * @param close goes back to where the user came from
   */
  public RelocationView(RelocationViewModel model, Runnable close) {
    this.model = model;
    getStyleClass().add("form-page");
    setFitToWidth(true);
    root =
        field("root", Texts.of("Folder of the images, or the CSV manifest"), model.rootProperty());
    for (Label text : new Label[] {where, answer}) {
      text.setWrapText(true);
      text.setMinHeight(USE_PREF_SIZE);
    }
    answer.setId("relocation-answer");
    FormGrid grid = new FormGrid();
    grid.row(
        Texts.of("Where it is now"),
        root,
        new RecentPaths(Purpose.DATA_SET, model.rootProperty()),
        button(Texts.of("Folder…"), () -> folder(model.rootProperty())),
        button(Texts.of("File…"), this::file));
    grid.row(
        Texts.of("Images in"),
        field("images", Texts.of("Empty: where the manifest says"), model.imagesProperty()),
        new RecentPaths(Purpose.DATA_SET, model.imagesProperty()),
        button(Texts.of("Folder…"), () -> folder(model.imagesProperty())));
    VBox form = new VBox(16, title, where, grid, answer, foot(close));
    form.setMaxWidth(WIDTH);
    VBox page = new VBox(form);
    page.setAlignment(Pos.TOP_CENTER);
    page.getStyleClass().add("form-margin");
    setContent(page);
    InvalidationListener refresh = value -> refresh();
    model.workspaceProperty().addListener(refresh);
    model.goneProperty().addListener(refresh);
    model.answerProperty().addListener(refresh);
    model.checkingProperty().addListener(refresh);
    model.fitsProperty().addListener(refresh);
    refresh();
  }

  private void refresh() {
    Workspace workspace = model.workspaceProperty().get();
    if (workspace == null) {
      return;
    }
    boolean gone = model.goneProperty().get();
    boolean bundle = workspace.isOfBundle();
    root.setDisable(bundle);
    title.setText(
        bundle
            ? Texts.of("Locate the images")
            : gone
                ? Texts.of("The data set's folder is gone")
                : Texts.of("Change the data set's folder"));
    where.setText(
        bundle
            ? Texts.of(
                "Choose the folder the images lie in, at whatever depth. They are looked for by the"
                    + " paths of the bundle, then by file name.")
            : Texts.of(
                "The workspace {0} was made with the data set in {1}. Choose where it is now: its"
                    + " images are compared first.",
                workspace.manifest().name(), workspace.manifest().dataset().root()));
    boolean fits = model.fitsProperty().get();
    boolean checking = model.checkingProperty().get();
    answer.setText(checking ? Texts.of("Comparing the images …") : model.answerProperty().get());
    answer.pseudoClassStateChanged(GOOD, fits || checking);
  }

  private HBox foot(Runnable close) {
    Button use = button(Texts.of("Use this folder"), model::submit, "accent-button");
    use.setId("relocation-use");
    use.setDefaultButton(true);
    use.disableProperty().bind(model.fitsProperty().not());
    Button cancel = button(Texts.of("Cancel"), close);
    cancel.setCancelButton(true);
    return new HBox(8, spacer(), cancel, use);
  }

  private static TextField field(String name, String prompt, StringProperty text) {
    TextField field = new TextField();
    field.setId("relocation-" + name);
    field.setPromptText(prompt);
    field.textProperty().bindBidirectional(text);
    return field;
  }

  private void folder(StringProperty text) {
    FileDialogs.of(this)
        .folder(
            getScene().getWindow(),
            Purpose.DATA_SET,
            Texts.of("Folder of the data set"),
            text.get())
        .ifPresent(path -> text.set(path.toString()));
  }

  private void file() {
    StringProperty text = model.rootProperty();
    FileDialogs.of(this)
        .file(
            getScene().getWindow(),
            Purpose.DATA_SET,
            Texts.of("Manifest of the data set"),
            text.get())
        .ifPresent(path -> text.set(path.toString()));
  }

  /** Puts the caret into the field. */
  @Override
  public void shown() {
    root.requestFocus();
  }

  @Override
  public Node node() {
    return this;
  }
}
