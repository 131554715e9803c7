package eifexplorer.ui.workspace;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.training.LossSpec;
import eifexplorer.ui.kit.FactsGrid;
import eifexplorer.ui.kit.FileDialogs;
import eifexplorer.ui.kit.FileDialogs.Purpose;
import eifexplorer.ui.kit.RecentPaths;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.WordConverter;
import eifexplorer.ui.screen.PageView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The form that adds a model, a page in the window's middle: the files above, what was found in them below. Its buttons stay
 * in sight however much was found.
 */
public final class AddModelView extends BorderPane implements PageView {
  private static final double WIDTH = 680;

  /** How features can be made, with the words for it; the first is found out. */
  private static final Map<String, String> FEATURES =
      Map.of(
          "", Texts.of("As usual for the kind of file"),
          "token/plain", Texts.of("Class token"),
          "max/layernorm", Texts.of("Max pooling, LayerNorm (the authors')"),
          "average/layernorm", Texts.of("Average pooling, LayerNorm"),
          "max/plain", Texts.of("Max pooling"),
          "average/plain", Texts.of("Average pooling"));

  private final AddModelViewModel model;
  private final TextField first;
  private final VBox findings = new VBox(8);

  /**
   * A view of the form.
   *
   * @param close goes back to where the user came from
   */
  public AddModelView(AddModelViewModel model, Runnable close) {
    this.model = model;
    first =
        field(
            ModelField.WEIGHTS,
            Texts.of("Weights, TorchScript, ONNX, bundle, or the authors' Epoch_40 folder"));
    findings.getStyleClass().add("findings");
    model.facts().addListener((InvalidationListener) list -> showFindings());
    model.problems().addListener((InvalidationListener) list -> showFindings());
    model.notes().addListener((InvalidationListener) list -> showFindings());
    model.lookingProperty().addListener((value, old, now) -> showFindings());
    showFindings();
    VBox form =
        new VBox(
            16, label(Texts.of("Add a model"), "h1"), whatHappens(), grid(), outputs(), findings);
    ScrollPane scroll = new ScrollPane(centred(form, "form-margin"));
    scroll.getStyleClass().add("form-page");
    scroll.setFitToWidth(true);
    setCenter(scroll);
    setBottom(centred(foot(close), "form-foot"));
  }

  private static VBox centred(Region part, String margin) {
    part.setMaxWidth(WIDTH);
    VBox page = new VBox(part);
    page.setAlignment(Pos.TOP_CENTER);
    page.getStyleClass().add(margin);
    return page;
  }

  private static Label whatHappens() {
    Label text =
        label(
            Texts.of(
                "Features of every image are extracted, retrieval is measured, and the model opens."
                    + " Drop a file or folder anywhere to fill in the first line."),
            "secondary");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    return text;
  }

  private FormGrid grid() {
    FormGrid grid = new FormGrid();
    grid.row(
        ModelField.WEIGHTS.title(),
        first,
        recent(ModelField.WEIGHTS),
        button(Texts.of("File…"), () -> chooseFile(ModelField.WEIGHTS)),
        button(Texts.of("Folder…"), this::chooseFolder));
    grid.row(
        ModelField.PROXIES.title(),
        field(
            ModelField.PROXIES, Texts.of("Empty: in the weights or proxy.pth beside, else fitted")),
        recent(ModelField.PROXIES),
        button(Texts.of("File…"), () -> chooseFile(ModelField.PROXIES)));
    grid.row(
        ModelField.HEAD.title(),
        field(ModelField.HEAD, Texts.of("Empty: in the weights' file")),
        recent(ModelField.HEAD),
        button(Texts.of("File…"), () -> chooseFile(ModelField.HEAD)));
    grid.row(Texts.of("Loss"), lossBox());
    grid.row(Texts.of("Features"), featuresBox());
    TextField resize = field(ModelField.RESIZE, Texts.of("as usual"));
    TextField crop = field(ModelField.CROP, Texts.of("as usual"));
    crop.setAccessibleText(ModelField.CROP.title());
    resize.setMaxWidth(96);
    crop.setMaxWidth(96);
    grid.row(
        ModelField.RESIZE.title(),
        resize,
        label(Texts.of("then crop to"), "secondary"),
        crop,
        label(Texts.of("pixels, 0: not"), "secondary"),
        spacer());
    grid.row(
        ModelField.PREPROCESSING.title(),
        field(
            ModelField.PREPROCESSING,
            Texts.of("As usual; else such as filter=bicubic side=long order=bgr range=255")));
    return grid;
  }

  /** What is asked of ONNX networks only. */
  private FormGrid outputs() {
    FormGrid grid = new FormGrid();
    grid.row(
        ModelField.OUTPUT.title(),
        field(ModelField.OUTPUT, Texts.of("Empty: the first that can be features")));
    grid.visibleProperty().bind(model.hasOutputs());
    grid.managedProperty().bind(grid.visibleProperty());
    return grid;
  }

  private RecentPaths recent(ModelField field) {
    model
        .addingProperty()
        .addListener(
            (value, old, now) -> {
              if (now) {
                FileDialogs.of(this).taken(Purpose.WEIGHTS, model.text(field).get());
              }
            });
    return new RecentPaths(Purpose.WEIGHTS, model.text(field));
  }

  private TextField field(ModelField field, String prompt) {
    TextField text = new TextField();
    text.setId("model-" + field.name().toLowerCase(Locale.ROOT));
    text.setPromptText(prompt);
    text.textProperty().bindBidirectional(model.text(field));
    return text;
  }

  private ComboBox<LossSpec> lossBox() {
    ComboBox<LossSpec> box = new ComboBox<>();
    box.getItems().add(null);
    box.getItems().addAll(LossSpec.ALL);
    box.setConverter(
        new WordConverter<>(
            loss ->
                loss == null
                    ? Texts.of("As the folder's name says, else ProxyNCA++")
                    : loss.title()));
    box.valueProperty().bindBidirectional(model.lossProperty());
    return box;
  }

  private ComboBox<String> featuresBox() {
    ComboBox<String> box = new ComboBox<>();
    box.getItems()
        .addAll(
            List.of(
                "",
                "max/layernorm",
                "average/layernorm",
                "max/plain",
                "average/plain",
                "token/plain"));
    box.setConverter(new WordConverter<>(FEATURES::get));
    box.valueProperty().bindBidirectional(model.featuresProperty());
    return box;
  }

  private void showFindings() {
    boolean nothing = model.facts().isEmpty() && model.problems().isEmpty();
    findings.getChildren().setAll(label(Texts.of("What was found"), "section-head"));
    if (nothing) {
      findings
          .getChildren()
          .add(
              label(
                  model.lookingProperty().get()
                      ? Texts.of("Reading the files …")
                      : Texts.of("Choose the weights."),
                  "muted"));
    }
    // First, since the rest may be below the window's edge.
    model.problems().forEach(problem -> say(problem, "problem", Feather.ALERT_CIRCLE));
    if (!model.facts().isEmpty() && model.problems().isEmpty()) {
      say(Texts.of("It fits the data set."), "good", Feather.CHECK_CIRCLE);
    }
    if (!model.facts().isEmpty()) {
      findings.getChildren().add(new FactsGrid(model.facts()));
    }
    model.notes().forEach(note -> say(note, "secondary", Feather.ARROW_RIGHT));
  }

  private void say(String words, String style, Feather icon) {
    Label text = label(words, style);
    text.setGraphic(new FontIcon(icon));
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    findings.getChildren().add(text);
  }

  private HBox foot(Runnable close) {
    Button add = button(Texts.of("Add model"), model::submit, "accent-button");
    add.setId("add-model");
    add.setDefaultButton(true);
    add.disableProperty().bind(model.ready().not());
    Button cancel = button(Texts.of("Cancel"), close);
    cancel.setCancelButton(true);
    return new HBox(8, spacer(), cancel, add);
  }

  private void chooseFile(ModelField field) {
    FileDialogs.of(this)
        .file(
            getScene().getWindow(),
            Purpose.WEIGHTS,
            Texts.of("{0} of the model", field.title()),
            model.text(field).get(),
            new ExtensionFilter(
                Texts.of("Models"),
                "*.pth",
                "*.pt",
                "*.ckpt",
                "*.pth.tar",
                "*.safetensors",
                "*.onnx",
                "*.npz"),
            new ExtensionFilter(Texts.of("All files"), "*"))
        .ifPresent(file -> model.text(field).set(file.toString()));
  }

  private void chooseFolder() {
    StringProperty weights = model.text(ModelField.WEIGHTS);
    FileDialogs.of(this)
        .folder(
            getScene().getWindow(),
            Purpose.WEIGHTS,
            Texts.of("Folder of the model, such as Epoch_40"),
            weights.get())
        .ifPresent(folder -> weights.set(folder.toString()));
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
