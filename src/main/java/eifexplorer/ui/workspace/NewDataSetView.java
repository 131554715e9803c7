package eifexplorer.ui.workspace;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.dataset.DatasetFormat;
import eifexplorer.training.LossSpec;
import eifexplorer.ui.kit.FileDialogs;
import eifexplorer.ui.kit.FileDialogs.Purpose;
import eifexplorer.ui.kit.RecentPaths;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.WordConverter;
import eifexplorer.ui.screen.PageView;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;

/** The form for a new workspace, a page in the window's middle; what is wrong stands under the field it is about. */
public final class NewDataSetView extends ScrollPane implements PageView {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final double NAMES = 136;
  private static final double WIDTH = 640;

  private final NewDataSetViewModel model;
  private final GridPane grid = new GridPane();
  private TextField first;
  private int rows;

  /**
   * A view of the form.
   *
   * @param close goes back to where the user came from
   */
  public NewDataSetView(NewDataSetViewModel model, Runnable close) {
    this.model = model;
    getStyleClass().add("form-page");
    setFitToWidth(true);
    grid.getStyleClass().add("form");
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(new ColumnConstraints(NAMES), fields);
    addRows();
    VBox form =
        new VBox(16, label(Texts.of("Open a data set"), "h1"), whatHappens(), grid, foot(close));
    form.setMaxWidth(WIDTH);
    VBox page = new VBox(form);
    page.setAlignment(Pos.TOP_CENTER);
    page.getStyleClass().add("form-margin");
    setContent(page);
  }

  private HBox foot(Runnable close) {
    Button create = button(Texts.of("Create workspace"), model::submit, "accent-button");
    create.setDefaultButton(true);
    create.disableProperty().bind(model.checkingProperty().or(model.makingProperty()));
    Button cancel = button(Texts.of("Cancel"), close);
    cancel.setCancelButton(true);
    return new HBox(8, spacer(), cancel, create);
  }

  private static Label whatHappens() {
    Label text =
        label(
            Texts.of(
                "The images are embedded with the weights, a head is trained on the features, and"
                    + " the confused pairs open. The data set itself is not changed."),
            "secondary");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    return text;
  }

  private void addRows() {
    first = textField(FormField.ROOT, Texts.of("Folder of the images, or a CSV manifest"));
    row(
        FormField.ROOT,
        first,
        recent(FormField.ROOT, Purpose.DATA_SET),
        button(Texts.of("Folder…"), this::chooseRoot),
        button(Texts.of("File…"), this::chooseManifest));
    row(FormField.FORMAT, formatBox(), recognisedLabel());
    grid.add(linksBox(), 1, rows++);
    row(
        FormField.TRAIN_CLASSES,
        textField(FormField.TRAIN_CLASSES, Texts.of("such as 1-25; empty: the usual")));
    row(
        FormField.TEST_CLASSES,
        textField(FormField.TEST_CLASSES, Texts.of("such as 26-50; empty: the usual")));
    row(
        FormField.WEIGHTS,
        textField(FormField.WEIGHTS, Texts.of("State dict, .pth or .safetensors")),
        recent(FormField.WEIGHTS, Purpose.WEIGHTS),
        button(Texts.of("File…"), this::chooseWeights));
    row(FormField.LOSS, lossBox());
    row(FormField.SEED, seedField());
    row(
        FormField.WORKSPACE,
        textField(FormField.WORKSPACE, Texts.of("An empty or a new folder")),
        recent(FormField.WORKSPACE, Purpose.WORKSPACE),
        button(Texts.of("Folder…"), this::chooseWorkspace));
  }

  private RecentPaths recent(FormField field, Purpose purpose) {
    RecentPaths recent = new RecentPaths(purpose, model.text(field));
    recent.setId("recent-" + field.name().toLowerCase(Locale.ROOT));
    model
        .makingProperty()
        .addListener(
            (value, old, now) -> {
              if (now) {
                FileDialogs.of(this).taken(purpose, model.text(field).get());
              }
            });
    return recent;
  }

  private TextField seedField() {
    TextField seed = textField(FormField.SEED, "0");
    seed.setMaxWidth(112);
    return seed;
  }

  private void row(FormField field, Control control, Node... more) {
    Label name = label(field.title());
    name.setLabelFor(control);
    name.getStyleClass().add("form-name");
    HBox line = new HBox(8, control);
    line.getChildren().addAll(more);
    line.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(control, Priority.ALWAYS);
    Label problem = label("", "small", "problem");
    problem.setId("problem-" + field.name().toLowerCase(Locale.ROOT));
    problem.setWrapText(true);
    problem.textProperty().bind(model.problem(field));
    problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    model
        .problem(field)
        .addListener(
            (value, old, now) -> {
              control.pseudoClassStateChanged(WRONG, !now.isEmpty());
              control.setAccessibleHelp(now);
            });
    GridPane.setValignment(name, VPos.TOP);
    grid.addRow(rows++, name, new VBox(2, line, problem));
  }

  private TextField textField(FormField field, String prompt) {
    TextField text = new TextField();
    text.setId("field-" + field.name().toLowerCase(Locale.ROOT));
    text.setPromptText(prompt);
    text.setAccessibleText(field.title());
    text.textProperty().bindBidirectional(model.text(field));
    return text;
  }

  private ComboBox<DatasetFormat> formatBox() {
    ComboBox<DatasetFormat> box = new ComboBox<>();
    box.setAccessibleText(FormField.FORMAT.title());
    box.getItems().add(null);
    box.getItems().addAll(model.formats());
    box.setConverter(
        new WordConverter<>(format -> format == null ? Texts.of("Recognise") : format.title()));
    box.valueProperty().bindBidirectional(model.formatProperty());
    return box;
  }

  private CheckBox linksBox() {
    CheckBox links = new CheckBox(Texts.of("Follow links that lead out of its folder"));
    links.setId("follow-links");
    links.selectedProperty().bindBidirectional(model.followLinksProperty());
    return links;
  }

  private Label recognisedLabel() {
    Label recognised = label("", "secondary");
    recognised.textProperty().bind(model.recognisedProperty());
    return recognised;
  }

  private ComboBox<LossSpec> lossBox() {
    ComboBox<LossSpec> box = new ComboBox<>();
    box.setAccessibleText(FormField.LOSS.title());
    box.getItems().addAll(LossSpec.PROXY_NCA, LossSpec.SOFT_TRIPLE);
    box.setConverter(new WordConverter<>(loss -> loss == null ? "" : loss.title()));
    box.valueProperty().bindBidirectional(model.lossProperty());
    return box;
  }

  private void chooseRoot() {
    chooseFolder(FormField.ROOT, Purpose.DATA_SET, Texts.of("Folder of the data set"));
  }

  private void chooseManifest() {
    chooseFile(
        FormField.ROOT,
        Purpose.DATA_SET,
        Texts.of("Manifest of the data set"),
        new ExtensionFilter(Texts.of("CSV manifest"), "*.csv"));
  }

  private void chooseWorkspace() {
    chooseFolder(FormField.WORKSPACE, Purpose.WORKSPACE, Texts.of("Folder of the new workspace"));
  }

  private void chooseWeights() {
    chooseFile(
        FormField.WEIGHTS,
        Purpose.WEIGHTS,
        Texts.of("Weights of the back bone"),
        new ExtensionFilter(Texts.of("Weights"), "*.pth", "*.pt", "*.safetensors"));
  }

  private void chooseFile(FormField field, Purpose purpose, String title, ExtensionFilter filter) {
    StringProperty text = model.text(field);
    FileDialogs.of(this)
        .file(getScene().getWindow(), purpose, title, text.get(), filter)
        .ifPresent(file -> text.set(file.toString()));
  }

  private void chooseFolder(FormField field, Purpose purpose, String title) {
    StringProperty text = model.text(field);
    FileDialogs.of(this)
        .folder(getScene().getWindow(), purpose, title, text.get())
        .ifPresent(folder -> text.set(folder.toString()));
  }

  /** Puts the caret into the first field. */
  @Override
  public void shown() {
    first.requestFocus();
  }

  @Override
  public Node node() {
    return this;
  }
}
